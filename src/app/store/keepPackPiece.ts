import { announce } from './changes.ts'
import { type PackRow, type PackState, pieceRowBytes } from './packRows.ts'
import { reopening } from './reopening.ts'
import type { Database } from './tables.ts'

/** A pack that nothing came of yet gets its row. */
export const beginPack = async (database: Database, row: PackRow): Promise<void> => {
  await reopening(database, () => database.packs.put(row))
  announce('maps')
}

/**
 * Says in one strict transaction that a piece is here: how far the pack came, and its bytes where no file holds them.
 * False where the pack was deleted meanwhile, or does not stand where the piece begins.
 */
export const keepPackPiece = (
  database: Database,
  file: string,
  from: number,
  to: number,
  bytes: ArrayBuffer | null,
): Promise<boolean> =>
  reopening(database, () =>
    database.transaction('rw', database.packs, database.packBytes, async () => {
      const row = await database.packs.get(file)
      if (row?.state.at !== 'partial' || row.state.got !== from) return false
      const state: PackState = { at: 'partial', got: to }
      if (bytes !== null) await database.packBytes.bulkPut(rowsOf(file, from, bytes))
      await database.packs.put({ ...row, state })
      return true
    }),
  )

const rowsOf = (file: string, from: number, bytes: ArrayBuffer) =>
  Array.from({ length: Math.ceil(bytes.byteLength / pieceRowBytes) }, (_, at) => ({
    file,
    from: from + at * pieceRowBytes,
    bytes: bytes.slice(at * pieceRowBytes, (at + 1) * pieceRowBytes),
  }))
