import type { Answer, TestDevice } from '../../support/testDevice.ts'
import { sha256Hex } from '../../support/testDevice.ts'

const tus = { 'tus-resumable': '1.0.0' }

/** A picture handed in by tus in one piece; true once its receipt has come. */
export const sendPhoto = async (device: TestDevice, bytes: Buffer, tier = 'evidence'): Promise<boolean> => {
  const made = await device.request('POST', '/api/photos', { headers: announcement(bytes, tier) })
  if (made.headers.has('x-receipt')) return true
  const answer: Answer = await device.request('PATCH', made.headers.get('location') ?? '', {
    bytes,
    headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
  })
  return answer.headers.has('x-receipt') && answer.answerIsRight
}

const announcement = (bytes: Buffer, tier: string) => ({
  ...tus,
  'upload-length': String(bytes.length),
  'upload-metadata': Object.entries({ photo: 'p1', sha256: sha256Hex(bytes), tier })
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(','),
})
