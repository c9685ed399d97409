import { randomBytes } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { authorizationHeader } from '../../../src/wire/signing/authorization.ts'
import { photoReceiptText, requestText } from '../../../src/wire/signing/texts.ts'
import { type Answer, sha256Hex, type TestDevice } from '../../support/testDevice.ts'

const octets = { 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream' }

/** How a photo's road is: `cut` says after how many bytes of this piece the line breaks, or null; `up` waits for it. */
export type Road = { piece: number; cut(size: number): number | null; up(): Promise<void> }
/** `again`: for each break, the bytes that had left and must leave once more. */
export type Sent = { again: number[] }

/** Hands a picture in piece by piece, over a road that breaks, until its receipt is right; asks where to go on, as phones do. */
export const sendInPieces = async (device: TestDevice, bytes: Buffer, tier: string, road: Road): Promise<Sent> => {
  const sha256 = sha256Hex(bytes)
  const again: number[] = []
  let path: string | null = null
  let offset = 0
  let gone = 0
  for (;;) {
    try {
      if (path === null) {
        const made = await device.request('POST', '/api/photos', { headers: announcement(sha256, bytes.length, tier) })
        if (await isReceipted(device, made, sha256)) return { again }
        path = made.headers.get('location')
        if (made.status !== 201 || path === null) throw new Error(`creation: ${made.status}`)
        offset = 0
        gone = 0
      }
      if (gone > offset) {
        const stands = await device.request('HEAD', path)
        if (stands.status === 404) {
          path = null
          continue
        }
        if (stands.status !== 200 || !stands.answerIsRight) throw new Error(`HEAD: ${stands.status}`)
        const reached = Number(stands.headers.get('upload-offset'))
        if (reached < offset) throw new WentBack(`what stood at ${offset} stands at ${reached}`)
        again.push(Math.max(0, gone - reached))
        offset = reached
        gone = reached
        if (await isReceipted(device, stands, sha256)) return { again }
      }
      const size = Math.min(road.piece, bytes.length - offset)
      const cutAt = road.cut(size)
      const piece = bytes.subarray(offset, offset + size)
      gone = offset + (cutAt ?? size)
      if (cutAt !== null) {
        await cutPiece(device, path, offset, piece, cutAt)
        continue
      }
      const headers = { ...octets, 'upload-offset': String(offset) }
      const answer = await device.request('PATCH', path, { bytes: piece, headers })
      if (await isReceipted(device, answer, sha256)) return { again }
      if (answer.status !== 204 || !answer.answerIsRight) throw new Error(`PATCH: ${answer.status}`)
      offset = Number(answer.headers.get('upload-offset'))
      gone = offset
    } catch (error) {
      if (error instanceof WentBack) throw error
      await road.up()
    }
  }
}

/** Bytes that the endpoint had said it has are not there any more. */
class WentBack extends Error {}

/** A small picture in one request with its creation, until its receipt is right. */
export const sendAtOnce = async (device: TestDevice, bytes: Buffer, up: () => Promise<void>): Promise<void> => {
  const sha256 = sha256Hex(bytes)
  const headers = { ...octets, ...announcement(sha256, bytes.length, 'preview') }
  for (;;) {
    try {
      if (await isReceipted(device, await device.request('POST', '/api/photos', { bytes, headers }), sha256)) return
    } catch {
      // The endpoint fell: it is asked again.
    }
    await up()
  }
}

const isReceipted = async (device: TestDevice, answer: Answer, sha256: string): Promise<boolean> => {
  const epoch = device.enrolled?.endpoint.epoch ?? ''
  const text = photoReceiptText({ device: device.id, epoch, nonce: answer.nonce, sha256 })
  return answer.answerIsRight && device.endpointSigned(text, answer.headers.get('x-receipt') ?? '')
}

const announcement = (sha256: string, length: number, tier: string) => ({
  'tus-resumable': '1.0.0',
  'upload-length': String(length),
  'upload-metadata': Object.entries({ photo: sha256.slice(0, 32), sha256, tier })
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(','),
})

/** A piece of which only the first `cutAt` bytes leave; then the line is gone, without a goodbye. */
const cutPiece = async (device: TestDevice, path: string, offset: number, piece: Buffer, cutAt: number) => {
  const ts = Math.floor(Date.now() / 1000)
  const nonce = randomBytes(16).toString('base64url')
  const sig = await device.sign(requestText('PATCH', path, ts, nonce, sha256Hex('')))
  await new Promise<void>((gone) => {
    const line = httpRequest(device.url + path, {
      method: 'PATCH',
      agent: false,
      headers: {
        ...octets,
        authorization: authorizationHeader({ device: device.id, ts, nonce, sig }),
        'content-length': piece.length,
        'upload-offset': offset,
      },
    })
    line.on('error', () => gone())
    line.on('close', () => gone())
    line.on('response', (answer) => answer.resume())
    line.flushHeaders()
    line.write(piece.subarray(0, cutAt), () => line.destroy())
  })
}
