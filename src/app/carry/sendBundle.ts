import { firstPieceBytes, nextPieceBytes } from '../transport/pieceSize.ts'
import type { Answer } from '../transport/signedRequest.ts'
import { bytesOf } from './bundleAhead.ts'
import { askAbout, type CarryLink, errorOf } from './carryLink.ts'

type Said = Extract<Answer, { at: 'answer' }>

/** How sending a file ended: `answered` with 200. Without a signal it goes on from `sent` the next time [L2]. */
export type SentBundle =
  | { at: 'answered'; json: unknown }
  | { at: 'no-signal' }
  | { at: 'refused'; code: string }
  | { at: 'unreadable' }

/** Where a file's upload lies at the endpoint, so that a restart goes on where it was. */
type Carrying = { digest: string; path: string }
const key = 'carrying'

/** The upload is begun anew at most so often: an endpoint that forgets for ever must not hold a person. */
const mostBeginnings = 3

export const sendBundle = async (
  link: CarryLink,
  file: Blob,
  digest: string,
  told: (sent: number) => void,
): Promise<SentBundle> => {
  for (let begun = 0; begun < mostBeginnings; begun += 1) {
    const upload = await begin(link, file.size, digest)
    if (upload.at !== 'upload') return upload
    const sent = await sendPieces(link, file, upload, told)
    if (sent !== 'forgotten') return sent
    await link.database.meta.delete(key)
  }
  return { at: 'no-signal' }
}

type Upload = { at: 'upload'; path: string; offset: number }

const begin = async (link: CarryLink, length: number, digest: string): Promise<Upload | SentBundle> => {
  const before = (await link.database.meta.get(key)) as Carrying | undefined
  if (before?.digest === digest) {
    const answer = await askAbout(link, { method: 'HEAD', path: before.path })
    if (answer.at === 'no-signal') return { at: 'no-signal' }
    if (answer.status === 200) return { at: 'upload', path: before.path, offset: offsetOf(answer) }
  }
  const headers = { 'upload-length': String(length), 'upload-metadata': `bundle ${btoa(digest)}` }
  const answer = await askAbout(link, { method: 'POST', path: '/api/bundles', headers })
  if (answer.at === 'no-signal') return { at: 'no-signal' }
  if (answer.status === 200) return { at: 'answered', json: answer.json }
  const path = answer.headers.get('location')
  if (answer.status !== 201 || path === null) return withoutAnswer(answer)
  await link.database.meta.put({ digest, path } satisfies Carrying, key)
  return { at: 'upload', path, offset: 0 }
}

const sendPieces = async (
  link: CarryLink,
  file: Blob,
  { path, offset: from }: Upload,
  told: (sent: number) => void,
): Promise<SentBundle | 'forgotten'> => {
  const { database, device } = link
  const octets = { 'content-type': 'application/offset+octet-stream' }
  let offset = from
  // All bytes may have come before, and only the answer got lost: then a piece of none asks for it.
  for (;;) {
    told(offset)
    const size = ((await database.meta.get('pieceBytes')) as number | undefined) ?? firstPieceBytes
    const body = await bytesOf(file.slice(offset, offset + size))
    if (body === null) return { at: 'unreadable' }
    const beganMs = device.nowMs()
    const headers = { ...octets, 'upload-offset': String(offset) }
    const answer = await askAbout(link, { method: 'PATCH', path, body, headers })
    if (answer.at === 'no-signal') {
      if (answer.why === 'time-out') await database.meta.put(nextPieceBytes(size, 'time-out'), 'pieceBytes')
      return { at: 'no-signal' }
    }
    if (answer.status === 200) {
      told(file.size)
      await database.meta.delete(key)
      return { at: 'answered', json: answer.json }
    }
    if (answer.status === 404) return 'forgotten'
    if (answer.status !== 204 && answer.status !== 409) return withoutAnswer(answer)
    await database.meta.put(nextPieceBytes(size, device.nowMs() - beganMs), 'pieceBytes')
    const reached = offsetOf(answer)
    if (answer.status === 204 && reached <= offset) return { at: 'no-signal' }
    offset = reached
  }
}

/** 429 and 5xx ask for patience; all else says the same again. */
const withoutAnswer = (answer: Said): SentBundle =>
  answer.status === 429 || answer.status >= 500 ? { at: 'no-signal' } : { at: 'refused', code: errorOf(answer) }

const offsetOf = ({ headers }: Said): number => Number(headers.get('upload-offset') ?? 0)
