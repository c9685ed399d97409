import type { Asked } from './asked.ts'

/** What every request of tus and its answer carry. */
export const tus = ['Tus-Resumable'] as const
/** How far an upload came, and until when it waits. */
export const progress = ['Upload-Offset', 'Upload-Expires', ...tus] as const
export const octets = 'application/offset+octet-stream'

export const tusOptions = (path: string): Asked => ({
  method: 'OPTIONS',
  path,
  says: 'What tus can do here.',
  by: 'anybody',
  answers: {
    204: {
      says: 'The version and the extensions spoken.',
      headers: ['Tus-Version', 'Tus-Extension', 'Tus-Max-Size', ...tus],
    },
  },
})

export const tusTermination = (path: string): Asked => ({
  method: 'DELETE',
  path,
  says: 'Gives an upload up.',
  by: 'a device',
  headers: tus,
  answers: { 204: { says: 'Given up.', headers: tus } },
})
