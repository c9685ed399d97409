import { readPackHeader } from '../../domain/maps/packHeader.ts'
import type { PackRefusal } from '../../domain/maps/packRefusal.ts'
import { askMaps } from './askMaps.ts'
import { type ComingPack, keepPiece, letGo } from './comingPack.ts'
import { type JudgedPiece, judgePiece } from './judgePiece.ts'
import type { MapDoors } from './mapDoors.ts'
import { firstPieceBytes, nextPiece, nextPieceBytes, type Range } from './nextPiece.ts'

export type Fetched =
  | { at: 'all' }
  | { at: 'changed' }
  | { at: 'paused' }
  | { at: 'no-signal' }
  | { at: 'refused'; code: PackRefusal }

/** A line that breaks is tried once more at once; the second time in a row it is for a person, or the signal, to say. */
const mostFailures = 2

/** Asks for one piece after the other until all are here. */
export const fetchPieces = async (
  doors: MapDoors,
  coming: ComingPack,
  told: (got: number) => void,
  signal: AbortSignal,
): Promise<Fetched> => {
  const { pack } = coming.row
  let failures = 0
  for (;;) {
    told(coming.got)
    const range = nextPiece(coming.got, pack.bytes, await readPieceBytes(doors))
    if (range === null) return { at: 'all' }
    const came = await ask(doors, coming, range, signal)
    if (came.at === 'no-signal') {
      failures += 1
      if (signal.aborted) return { at: 'paused' }
      if (failures >= mostFailures || came.why === 'not-the-endpoint') return { at: 'no-signal' }
      continue
    }
    if (came.at !== 'piece') return came
    failures = 0
    const code = range.from === 0 ? faultOfHead(came.bytes, coming) : null
    if (code !== null) {
      await letGo(coming)
      return { at: 'refused', code }
    }
    const kept = await keepPiece(coming, came.bytes)
    if (!kept.ok) return { at: 'refused', code: kept.code }
  }
}

const ask = async (
  doors: MapDoors,
  { row: { pack } }: ComingPack,
  range: Range,
  signal: AbortSignal,
): Promise<JudgedPiece> => {
  const { database, device } = doors
  const bytes = range.to - range.from + 1
  const beganMs = device.nowMs()
  const answer = await askMaps(doors, {
    path: `/api/maps/${pack.id}.pmtiles`,
    headers: { range: `bytes=${range.from}-${range.to}`, 'if-range': `"${pack.sha256}"` },
    mostBytes: bytes,
    signal,
  })
  if (answer.at === 'not-enrolled') return { at: 'refused', code: 'unknown-device' }
  const came = judgePiece(answer, range, pack)
  const size = await readPieceBytes(doors)
  const took = came.at === 'no-signal' && came.why === 'time-out' ? 'time-out' : device.nowMs() - beganMs
  // The last piece of a pack may be a short one: it says nothing of the line.
  if (took === 'time-out' || (came.at === 'piece' && bytes >= size)) {
    const next = nextPieceBytes(size, took)
    if (next !== size) await database.meta.put(next, pieceKey)
  }
  return came
}

const pieceKey = 'mapPieceBytes'

const readPieceBytes = async ({ database }: MapDoors): Promise<number> =>
  ((await database.meta.get(pieceKey)) as number | undefined) ?? firstPieceBytes

/** What can't be drawn here is not fetched to its end. */
const faultOfHead = (bytes: Uint8Array<ArrayBuffer>, { row: { pack } }: ComingPack): PackRefusal | null => {
  const read = readPackHeader(bytes, pack.bytes)
  if (!read.ok) return read.code
  return read.header.type === pack.type ? null : 'damaged'
}
