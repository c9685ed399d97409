import type { Asked } from './asked.ts'
import { saidError } from './messages/errors.ts'
import { mapsAnswer, onlineMap } from './messages/maps.ts'
import { part, rangedAnswers } from './rangedAsked.ts'

const file = '/api/maps/{id}.pmtiles'
const answers = rangedAnswers('The pack.', 'application/vnd.pmtiles')

/** What can be asked about maps. */
export const mapsAsked: readonly Asked[] = [
  {
    method: 'GET',
    path: '/api/maps',
    says: 'The map packs of the books that the device may read.',
    by: 'a device',
    answers: { 200: { says: 'These.', shape: mapsAnswer } },
  },
  { method: 'GET', path: file, says: 'A map pack, whole or in parts.', by: 'a device', headers: part, answers },
  { method: 'HEAD', path: file, says: 'Its size and tag.', by: 'a device', headers: part, answers },
  {
    method: 'GET',
    path: '/api/maps/online',
    says: 'The map on the net that the office configured; none by default.',
    by: 'a device',
    answers: { 200: { says: 'This one.', shape: onlineMap }, 404: { says: 'None is configured.', shape: saidError } },
  },
  {
    method: 'GET',
    path: '/api/maps/online/{z}/{x}/{y}',
    says: 'A tile of it, which the endpoint asks of its server.',
    by: 'a device',
    answers: {
      200: { says: 'The picture: PNG, JPEG or WebP.', type: 'image/*' },
      404: { says: 'There is no such tile.', shape: saidError },
      502: { says: 'Its server gave no picture that can be passed on.', shape: saidError },
    },
  },
]
