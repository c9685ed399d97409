import type { Asked } from '../asked.ts'
import { bundleAnswer } from '../messages/bundles.ts'
import { octets, progress, tus, tusOptions, tusTermination } from '../tusAsked.ts'

const upload = '/api/bundles/uploads/{id}'

/** What can be asked about bundles. */
export const bundlesAsked: readonly Asked[] = [
  tusOptions('/api/bundles'),
  {
    method: 'POST',
    path: '/api/bundles',
    says: 'Announces a sealed file, or sends a small one whole. Any device may carry another’s.',
    by: 'a device',
    type: octets,
    headers: ['Upload-Length', 'Upload-Metadata', ...tus],
    answers: {
      200: { says: 'It came whole, or was here already: what became of it.', shape: bundleAnswer, headers: tus },
      201: { says: 'It may come.', headers: ['Location', ...progress] },
    },
  },
  {
    method: 'HEAD',
    path: upload,
    says: 'How far a file came.',
    by: 'a device',
    headers: tus,
    answers: { 200: { says: 'So far.', headers: ['Upload-Length', ...progress] } },
  },
  {
    method: 'PATCH',
    path: upload,
    says: 'Sends bytes from an offset on, none where all came. The signature covers no body.',
    by: 'a device',
    type: octets,
    headers: ['Upload-Offset', ...tus],
    answers: {
      200: { says: 'It is whole: what became of it.', shape: bundleAnswer, headers: progress },
      204: { says: 'They came.', headers: progress },
      409: { says: 'The upload stands at another offset.', headers: progress },
    },
  },
  tusTermination(upload),
]
