import { booksOnMap } from '../../domain/maps/areaOfPack.ts'
import type { MapPack } from '../../domain/maps/mapPack.ts'
import type { PackRefusal } from '../../domain/maps/packRefusal.ts'
import type { Point } from '../../domain/place/distance.ts'
import { keptCatalogue } from '../store/keptCatalogue.ts'
import { makePackWhole } from '../store/makePackWhole.ts'
import type { PackRow } from '../store/packRows.ts'
import { packsHere } from '../store/packsHere.ts'
import { type ComingPack, keepPiece, letGo, openComing, roomFor } from './comingPack.ts'
import { bytesOf, type FileFacts, factsOfFile } from './factsOfFile.ts'
import { inTurn } from './inTurn.ts'
import type { MapDoors } from './mapDoors.ts'
import { packOfFile } from './packOfFile.ts'
import type { PackWriter } from './packWriter.ts'

/** `known`: the endpoint vouches for these very bytes. `left`: a person said no, or stopped it: nothing changed. */
export type TakenIn =
  | { at: 'whole'; pack: MapPack; known: boolean }
  | { at: 'left' }
  | { at: 'refused'; code: PackRefusal }

/** What taking a file in needs to know, and how it asks and tells. */
export type TakingIn = {
  /** Where this phone's books are, as far as is known, by book. */
  centres: ReadonlyMap<string, readonly Point[]>
  /** Asked where nothing is known of it: is that the area? */
  isTheArea(facts: FileFacts): Promise<boolean>
  /** Bytes that are here. */
  told(got: number): void
  signal: AbortSignal
}

/**
 * Takes a pack in from a file: a memory card, another app. It is copied, and hashed on the way; what was here before
 * stays until the copy is whole.
 */
export const takeInPack = (doors: MapDoors, file: File, taking: TakingIn): Promise<TakenIn> =>
  inTurn(doors, async (writer): Promise<TakenIn> => {
    const read = await factsOfFile(file)
    if (!read.ok) return { at: 'refused', code: read.code }
    const books = booksOnMap(read.facts.bounds, taking.centres)
    if (books === 'unknown' && !(await taking.isTheArea(read.facts))) return { at: 'left' }
    if (books.length === 0) return { at: 'refused', code: 'other-area' }
    const room = await roomFor(file.size)
    if (!room.ok) return { at: 'refused', code: room.code }
    return copyIn(doors, writer, file, read.facts, books === 'unknown' ? [] : books, taking)
  })

const copyBytes = 1024 * 1024

const copyIn = async (
  { database, device }: MapDoors,
  writer: PackWriter,
  file: File,
  facts: FileFacts,
  books: readonly string[],
  { told, signal }: TakingIn,
): Promise<TakenIn> => {
  const opened = await openComing(database, writer, await newRow({ database, device }, writer, file, facts))
  if (!opened.ok) return { at: 'refused', code: 'gone' in opened ? 'cannot-write' : opened.code }
  const { coming } = opened
  for (let at = 0; at < file.size; at += copyBytes) {
    told(at)
    const stopped = await copyPiece(coming, file, at, signal)
    if (stopped === null) continue
    await letGo(coming)
    return stopped
  }
  told(file.size)
  const hashed = await writer.sha256()
  if (!hashed.ok) {
    await letGo(coming)
    return { at: 'refused', code: 'cannot-write' }
  }
  const { sha256 } = hashed
  const offered = (await keptCatalogue(database))?.packs ?? []
  const judged = packOfFile(facts, file.size, sha256, books, offered)
  const there = (await packsHere(database)).find(({ pack, state }) => state.at === 'whole' && pack.sha256 === sha256)
  if (judged.at === 'wrong-hash' || there !== undefined) await letGo(coming)
  if (judged.at === 'wrong-hash') return { at: 'refused', code: 'wrong-hash' }
  // The same bytes were here already.
  if (there !== undefined) return { at: 'whole', pack: there.pack, known: judged.known }
  await writer.close()
  const whole = await makePackWhole(database, coming.row.file, judged.pack, device.nowMs())
  return whole ? { at: 'whole', pack: judged.pack, known: judged.known } : { at: 'refused', code: 'deleted' }
}

/** Null: go on. */
const copyPiece = async (
  coming: ComingPack,
  file: File,
  at: number,
  signal: AbortSignal,
): Promise<Exclude<TakenIn, { at: 'whole' }> | null> => {
  if (signal.aborted) return { at: 'left' }
  const piece = await bytesOf(file.slice(at, at + copyBytes))
  if (piece?.length !== Math.min(copyBytes, file.size - at)) return { at: 'refused', code: 'unreadable' }
  const kept = await keepPiece(coming, piece)
  return kept.ok ? null : { at: 'refused', code: kept.code }
}

/** What it is called for good is known once it was read to its end. */
const newRow = async (
  { database, device }: Pick<MapDoors, 'database' | 'device'>,
  writer: PackWriter,
  { size }: File,
  facts: FileFacts,
): Promise<PackRow> => {
  const file = device.uuid4()
  return {
    file,
    id: `file-${file}`,
    pack: { ...facts, id: `file-${file}`, books: [], bytes: size, sha256: '' },
    from: 'file',
    kept: (await writer.keepsFiles(database.name)) ? 'opfs' : 'rows',
    state: { at: 'partial', got: 0 },
  }
}
