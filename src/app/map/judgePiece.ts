import type { MapPack } from '../../domain/maps/mapPack.ts'
import type { PackRefusal } from '../../domain/maps/packRefusal.ts'
import type { Answer } from '../transport/signedRequest.ts'
import { codeOf } from './askMaps.ts'
import type { Range } from './nextPiece.ts'
import { refusalOf } from './refusalOf.ts'

/** `changed`: the endpoint has another file under that id now. */
export type JudgedPiece =
  | { at: 'piece'; bytes: Uint8Array<ArrayBuffer> }
  | { at: 'changed' }
  | { at: 'no-signal'; why: 'network' | 'time-out' | 'not-the-endpoint' }
  | { at: 'refused'; code: PackRefusal }

/** What came of asking for a range of a pack. The hash at the end judges the bytes; this only their place. */
export const judgePiece = (answer: Answer, { from, to }: Range, { bytes, sha256 }: MapPack): JudgedPiece => {
  if (answer.at === 'no-signal') return answer
  const { status, headers, json } = answer
  // CASE 1: the tag is another one's, so the whole was answered; or what is there is shorter than the range.
  const etag = headers.get('etag')
  if (status === 200 || status === 416 || (status === 206 && etag !== null && etag !== `"${sha256}"`))
    return { at: 'changed' }
  // CASE 2: the very range; anything else that calls itself one was made on the way.
  if (status === 206) {
    const asked = headers.get('content-range') === `bytes ${from}-${to}/${bytes}`
    if (!asked || answer.bytes.length !== to - from + 1) return { at: 'no-signal', why: 'not-the-endpoint' }
    return { at: 'piece', bytes: answer.bytes }
  }
  // CASE 3: a refusal.
  const code = refusalOf(status, codeOf(json))
  return code === null ? { at: 'no-signal', why: 'network' } : { at: 'refused', code }
}
