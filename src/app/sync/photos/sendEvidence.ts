import { readPhotoBytes } from '../../store/photoBytes.ts'
import { setPhotoDelivery } from '../../store/photoDeliveries.ts'
import type { PhotoRow } from '../../store/photoRows.ts'
import { firstPieceBytes, nextPieceBytes } from '../../transport/pieceSize.ts'
import type { Answer } from '../../transport/signedRequest.ts'
import { creation, octets } from './creation.ts'
import { ask, isReceipted, type PhotoLink } from './photoLink.ts'
import { type Sent, withoutReceipt } from './sent.ts'

/** Told after each piece: bytes of this photo that are there. */
export type OnPiece = (sent: number) => void

/** A wrong hash at the end sends the whole once more; twice, and the line or the bytes themselves are not right. */
const mostRestarts = 1
/** So often an offset is corrected; a line that changes what the endpoint says of it must not hold the rest up. */
const mostCorrections = 3

/**
 * A photo goes in pieces [L2]: where an upload was begun before, the endpoint is asked how far it came, also after a
 * restart of this phone.
 */
export const sendEvidence = async (link: PhotoLink, row: PhotoRow, told: OnPiece): Promise<Sent> => {
  const { sha256 } = row.body
  const bytes = await readPhotoBytes(link.database, sha256)
  if (bytes === null) return withoutBytes(link, row)
  const begun = await begin(link, row, bytes.length)
  if ('ended' in begun) return begun.ended
  return sendPieces(link, row, begun, bytes, told)
}

/** The large picture was let go here because it was safe; after a restore the endpoint says whether it still is. */
const withoutBytes = async (link: PhotoLink, { photo, body }: PhotoRow): Promise<Sent> => {
  const headers = creation(photo, body.sha256, 'evidence', body.bytes)
  const answer = await ask(link, { method: 'POST', path: '/api/photos', headers })
  if (answer.at === 'no-signal') return { at: 'no-signal' }
  if (await isReceipted(link, answer, body.sha256)) return { at: 'safe' }
  return answer.status === 201 ? { at: 'aside', code: 'photo-bytes-gone' } : withoutReceipt(answer)
}

type Begun = { path: string; offset: number }
type Begin = Begun | { ended: Sent }

const begin = async (link: PhotoLink, row: PhotoRow, length: number): Promise<Begin> => {
  const { evidence, photo, body } = row
  // CASE 1: begun before: ask how far it came. One that the endpoint has forgotten is begun again.
  if (evidence.at === 'waiting' && evidence.upload !== undefined) {
    const answer = await ask(link, { method: 'HEAD', path: evidence.upload })
    if (answer.at === 'no-signal') return { ended: { at: 'no-signal' } }
    if (await isReceipted(link, answer, body.sha256)) return { ended: { at: 'safe' } }
    if (answer.status === 200) return { path: evidence.upload, offset: offsetOf(answer) }
    if (answer.status !== 404) return { ended: withoutReceipt(answer) }
  }
  // CASE 2: new, or known there already (200, with its receipt).
  const headers = creation(photo, body.sha256, 'evidence', length)
  const answer = await ask(link, { method: 'POST', path: '/api/photos', headers })
  if (answer.at === 'no-signal') return { ended: { at: 'no-signal' } }
  if (await isReceipted(link, answer, body.sha256)) return { ended: { at: 'safe' } }
  const path = answer.headers.get('location')
  if (answer.status !== 201 || path === null) return { ended: withoutReceipt(answer) }
  await setPhotoDelivery(link.database, photo, 'evidence', { at: 'waiting', upload: path })
  return { path, offset: 0 }
}

const sendPieces = async (
  link: PhotoLink,
  { body }: PhotoRow,
  { path, offset: from }: Begun,
  bytes: Uint8Array<ArrayBuffer>,
  told: OnPiece,
): Promise<Sent> => {
  let offset = from
  let restarts = 0
  let corrections = 0
  while (offset < bytes.length) {
    told(offset)
    const size = ((await link.database.meta.get('pieceBytes')) as number | undefined) ?? firstPieceBytes
    const beganMs = link.device.nowMs()
    const headers = { ...octets, 'upload-offset': String(offset) }
    const answer = await ask(link, { method: 'PATCH', path, body: bytes.slice(offset, offset + size), headers })
    if (answer.at === 'no-signal') {
      if (answer.why === 'time-out') await link.database.meta.put(nextPieceBytes(size, 'time-out'), 'pieceBytes')
      return { at: 'no-signal' }
    }
    if (await isReceipted(link, answer, body.sha256)) {
      told(bytes.length)
      return { at: 'safe' }
    }
    await link.database.meta.put(nextPieceBytes(size, link.device.nowMs() - beganMs), 'pieceBytes')
    // 409: a piece came twice, or its answer got lost; the endpoint says where it stands.
    if (answer.status !== 204 && answer.status !== 409 && answer.status !== 460) return withoutReceipt(answer)
    if (answer.status === 460) {
      restarts += 1
      if (restarts > mostRestarts) return afterWrongHash(link, body.sha256, bytes)
    }
    if (answer.status === 409) corrections += 1
    if (corrections > mostCorrections) return { at: 'later' }
    const reached = offsetOf(answer)
    // An endpoint that never moves on must not hold the rest up.
    if (answer.status === 204 && reached <= offset) return { at: 'later' }
    offset = reached
  }
  return { at: 'later' }
}

/** Bytes that are right here were changed on their way: another line may carry them. */
const afterWrongHash = async ({ device }: PhotoLink, sha256: string, bytes: Uint8Array<ArrayBuffer>): Promise<Sent> =>
  (await device.sha256(bytes)) === sha256 ? { at: 'later' } : { at: 'aside', code: 'photo-bytes-wrong' }

const offsetOf = ({ headers }: Extract<Answer, { at: 'answer' }>): number => Number(headers.get('upload-offset') ?? 0)
