import type { Asked } from './asked.ts'
import { bundlesAsked } from './bundle/bundlesAsked.ts'
import { columnsType } from './columns/columnBody.ts'
import { mapsAsked } from './mapsAsked.ts'
import {
  auditAnswer,
  confirmAnswer,
  deviceChange,
  deviceChangeAnswer,
  devicesAnswer,
  heldAnswer,
  inviteAnswer,
  inviteRequest,
  reasonRequest,
  revokeAnswer,
  revokeRequest,
  settleAnswer,
} from './messages/admin.ts'
import { enrolAgainAnswer, enrolAgainRequest, enrolAnswer, enrolRequest } from './messages/enrol.ts'
import { healthAnswer } from './messages/health.ts'
import { listsRequest } from './messages/lists.ts'
import { haveAnswer, haveRequest } from './messages/photos.ts'
import { refusedPull, syncAnswer, syncRequest } from './messages/sync.ts'
import { part, rangedAnswers } from './rangedAsked.ts'
import { octets, progress, tus, tusOptions, tusTermination } from './tusAsked.ts'

const receipt = ['X-Receipt', ...tus] as const
const upload = '/api/photos/uploads/{id}'
const picture = '/api/photos/{sha256}'

const pictureAnswers = rangedAnswers('The picture.', 'image/jpeg')

/** All that an endpoint can be asked; a test holds it against the routes that the server has. */
export const whatCanBeAsked: readonly Asked[] = [
  {
    method: 'GET',
    path: '/api/health',
    says: 'Whether the endpoint is there, its epoch and its clock.',
    by: 'anybody',
    answers: { 200: { says: 'It is there.', shape: healthAnswer } },
  },
  {
    method: 'POST',
    path: '/api/enrol',
    says: 'Claims a code for a device. The same code, device and key again get the same answer.',
    by: 'anybody',
    shape: enrolRequest,
    answers: { 201: { says: 'Enrolled.', shape: enrolAnswer } },
  },
  {
    method: 'POST',
    path: '/api/enrol/again',
    says: 'Shows a certificate to an endpoint, restored from an older backup, that no longer knows the device.',
    by: 'a device',
    shape: enrolAgainRequest,
    answers: { 200: { says: 'Known again; reads once an admin has confirmed.', shape: enrolAgainAnswer } },
  },
  {
    method: 'POST',
    path: '/api/lists',
    says: 'Lists of books, made by the rules that are named, for a phone that has none of their pages yet.',
    by: 'a device',
    shape: listsRequest,
    answers: {
      200: { says: 'Lists, each a part in columns; those that there are, in the order asked.', type: columnsType },
    },
  },
  {
    method: 'POST',
    path: '/api/sync',
    says: 'Hands in what is new here and brings what is new there, in one round trip.',
    by: 'a device',
    shape: syncRequest,
    answers: {
      200: { says: 'Handed in, with a receipt; pages of the books asked for.', shape: syncAnswer },
      403: { says: 'The device’s rights were taken back; what it pushed is in quarantine.', shape: refusedPull },
      409: { says: 'Another epoch, or a cursor beyond the head; what was pushed is durable.', shape: refusedPull },
      426: { says: 'Another protocol, for the pull alone; what was pushed is durable.', shape: refusedPull },
    },
  },
  tusOptions('/api/photos'),
  {
    method: 'POST',
    path: '/api/photos',
    says: 'Announces a picture, or sends a small one whole.',
    by: 'a device',
    type: octets,
    headers: ['Upload-Length', 'Upload-Metadata', ...tus],
    answers: {
      200: { says: 'It is here already.', headers: [...receipt, 'Upload-Offset'] },
      201: {
        says: 'It may come; with a receipt where it came whole.',
        headers: ['Location', 'X-Receipt', ...progress],
      },
    },
  },
  {
    method: 'HEAD',
    path: upload,
    says: 'How far an upload came.',
    by: 'a device',
    headers: tus,
    answers: {
      200: { says: 'So far; with a receipt where it is whole.', headers: ['Upload-Length', 'X-Receipt', ...progress] },
    },
  },
  {
    method: 'PATCH',
    path: upload,
    says: 'Sends bytes from an offset on. The signature covers no body.',
    by: 'a device',
    type: octets,
    headers: ['Upload-Offset', ...tus],
    answers: {
      204: { says: 'They came; with a receipt where the picture is whole.', headers: ['X-Receipt', ...progress] },
      409: { says: 'The upload stands at another offset.', headers: progress },
      460: { says: 'The bytes are not what was said: begin again.', headers: progress },
    },
  },
  tusTermination(upload),
  {
    method: 'POST',
    path: '/api/photos/have',
    says: 'Which of these pictures are here already.',
    by: 'a device',
    shape: haveRequest,
    answers: { 200: { says: 'These.', shape: haveAnswer } },
  },
  {
    method: 'GET',
    path: picture,
    says: 'A picture that a readable book names.',
    by: 'a device',
    headers: part,
    answers: pictureAnswers,
  },
  { method: 'HEAD', path: picture, says: 'Its size and tag.', by: 'a device', headers: part, answers: pictureAnswers },
  ...bundlesAsked,
  ...mapsAsked,
  {
    method: 'POST',
    path: '/api/admin/invites',
    says: 'Makes a code for a person, a role and books.',
    by: 'an admin',
    shape: inviteRequest,
    answers: { 201: { says: 'The code, said once.', shape: inviteAnswer } },
  },
  {
    method: 'GET',
    path: '/api/admin/devices',
    says: 'All devices, with what of theirs is still on the way.',
    by: 'an admin',
    answers: { 200: { says: 'The devices.', shape: devicesAnswer } },
  },
  {
    method: 'PATCH',
    path: '/api/admin/devices/{id}',
    says: 'Gives a device other books or another role.',
    by: 'an admin',
    shape: deviceChange,
    answers: { 200: { says: 'Changed.', shape: deviceChangeAnswer } },
  },
  {
    method: 'POST',
    path: '/api/admin/devices/{id}/revoke',
    says: 'Takes a device’s rights back, with or without the order to wipe.',
    by: 'an admin',
    shape: revokeRequest,
    answers: { 200: { says: 'Taken back.', shape: revokeAnswer } },
  },
  {
    method: 'POST',
    path: '/api/admin/devices/{id}/confirm',
    says: 'Lets a device that enrolled again read.',
    by: 'an admin',
    answers: { 200: { says: 'Confirmed.', shape: confirmAnswer } },
  },
  {
    method: 'GET',
    path: '/api/admin/held',
    says: 'What was kept aside and waits for a word.',
    by: 'an admin',
    answers: { 200: { says: 'The held entries.', shape: heldAnswer } },
  },
  {
    method: 'POST',
    path: '/api/admin/held/{id}/admit',
    says: 'Takes a held entry into its book.',
    by: 'an admin',
    shape: reasonRequest,
    answers: { 200: { says: 'Admitted.', shape: settleAnswer } },
  },
  {
    method: 'POST',
    path: '/api/admin/held/{id}/dismiss',
    says: 'Leaves a held entry out, with a reason.',
    by: 'an admin',
    shape: reasonRequest,
    answers: { 200: { says: 'Dismissed.', shape: settleAnswer } },
  },
  {
    method: 'GET',
    path: '/api/admin/audit',
    says: 'Who did what, latest first, at most 1000.',
    by: 'an admin',
    answers: { 200: { says: 'The acts.', shape: auditAnswer } },
  },
  {
    method: 'GET',
    path: '/api/openapi.json',
    says: 'This description.',
    by: 'anybody',
    answers: { 200: { says: 'OpenAPI 3.1.', type: 'application/json' } },
  },
  {
    method: 'GET',
    path: '/api/docs',
    says: 'This description, to read.',
    by: 'anybody',
    answers: { 200: { says: 'A page.', type: 'text/html' } },
  },
  {
    method: 'GET',
    path: '/api/docs.css',
    says: 'The look of that page.',
    by: 'anybody',
    answers: { 200: { says: 'A stylesheet.', type: 'text/css' } },
  },
]
