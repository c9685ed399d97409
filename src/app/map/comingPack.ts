import type { PackRefusal } from '../../domain/maps/packRefusal.ts'
import { hasRoomForPack } from '../../domain/maps/roomForPack.ts'
import { storageRoom } from '../device/storageRoom.ts'
import { dropPacks } from '../store/dropPacks.ts'
import { isFull } from '../store/isFull.ts'
import { beginPack, keepPackPiece } from '../store/keepPackPiece.ts'
import { type PackRow, pieceRowBytes } from '../store/packRows.ts'
import { readPackBytes } from '../store/readPackBytes.ts'
import { fillReserve, reserveIsWhole } from '../store/reserve.ts'
import type { Database } from '../store/tables.ts'
import type { PackWriter } from './packWriter.ts'
import type { WriterFault } from './writerWords.ts'

/** A pack on its way to this phone; `got`: bytes that are here. */
export type ComingPack = { database: Database; writer: PackWriter; row: PackRow; got: number }

export type Kept = { ok: true } | { ok: false; code: PackRefusal }

/**
 * [L8] Whether so much more of a map fits beside what is to be recorded still, as far as the browser says: many flatter,
 * and only writing tells.
 */
export const roomFor = async (bytes: number): Promise<Kept> => {
  const room = await storageRoom()
  const free = room === null ? null : room.quota - room.usage
  return hasRoomForPack(free, bytes) ? { ok: true } : { ok: false, code: 'no-room' }
}

/** Gives a pack its row, where nothing came of it yet, and opens the place of its bytes where it stands. */
export const openComing = async (
  database: Database,
  writer: PackWriter,
  row: PackRow,
): Promise<{ ok: true; coming: ComingPack } | { ok: false; code: PackRefusal } | { ok: false; gone: true }> => {
  // Where not even what is held back for entries fits, a map is not begun.
  if (!(await reserveIsWhole(database))) return { ok: false, code: 'no-room' }
  const got = row.state.at === 'partial' ? row.state.got : 0
  const coming = { database, writer, row, got }
  try {
    if (got === 0) await beginPack(database, row)
  } catch (error) {
    if (!isFull(error)) throw error
    return full(coming)
  }
  const opened = await writer.open({ folder: database.name, file: row.file, kept: row.kept, got })
  const why = opened.ok ? await hashRows(coming) : opened.why
  if (why === null) return { ok: true, coming }
  if (why === 'full') return full(coming)
  // A half stays: another day it may be opened.
  if (why === 'broken' && got > 0) return { ok: false, code: 'cannot-write' }
  await letGo(coming)
  return why === 'gone' ? { ok: false, gone: true } : { ok: false, code: 'cannot-write' }
}

/** What rows hold is hashed from its first byte on; a file's thread did so itself. */
const hashRows = async ({ database, writer, row, got }: ComingPack): Promise<WriterFault | null> => {
  if (row.kept === 'opfs') return null
  for (let at = 0; at < got; at += pieceRowBytes) {
    const wanted = Math.min(pieceRowBytes, got - at)
    const bytes = await readPackBytes(database, row.file, at, wanted)
    if (bytes?.byteLength !== wanted) return 'gone'
    const hashed = await writer.hashOn(bytes)
    if (!hashed.ok) return hashed.why
  }
  return null
}

/** Writes and hashes the next piece, then says so in the pack's row: a crash between the two costs this piece alone. */
export const keepPiece = async (coming: ComingPack, piece: Uint8Array<ArrayBuffer>): Promise<Kept> => {
  const { database, writer, row } = coming
  const room = await roomFor(piece.length)
  if (!room.ok) return room
  const whole = piece.byteLength === piece.buffer.byteLength ? piece : piece.slice()
  const written = await writer.write(whole.buffer)
  if (!written.ok) return written.why === 'full' ? full(coming) : { ok: false, code: 'cannot-write' }
  try {
    if (!(await keepPackPiece(database, row.file, coming.got, written.got, written.bytes))) {
      await letGo(coming)
      return { ok: false, code: 'deleted' }
    }
  } catch (error) {
    if (!isFull(error)) throw error
    return full(coming)
  }
  coming.got = written.got
  return { ok: true }
}

/** Lets go of what came. The file is closed first: what is in use can't be taken away. */
export const letGo = async ({ database, writer, row }: ComingPack): Promise<void> => {
  await writer.close()
  await dropPacks(database, ({ file }) => file === row.file)
}

/**
 * [L8] The disk's own end was met: what came is let go, so that photos and entries have the room they had before, and
 * what is held back for entries is made whole again.
 */
const full = async (coming: ComingPack): Promise<{ ok: false; code: 'full' }> => {
  await letGo(coming)
  await fillReserve(coming.database)
  return { ok: false, code: 'full' }
}
