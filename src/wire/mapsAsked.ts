import type { Asked } from './asked.ts'
import { mapsAnswer } from './messages/maps.ts'
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
]
