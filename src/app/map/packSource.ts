import { EtagMismatch, type Source } from 'pmtiles'
import type { MapPack } from '../../domain/maps/mapPack.ts'
import type { PackLoss } from '../../domain/maps/packRefusal.ts'
import { openPackFile } from '../device/packFiles.ts'
import { dropPacks } from '../store/dropPacks.ts'
import type { PackRow } from '../store/packRows.ts'
import { wholePack } from '../store/packsHere.ts'
import { readPackBytes } from '../store/readPackBytes.ts'
import type { Database } from '../store/tables.ts'

export type OpenedPack = { ok: true; pack: MapPack; source: Source } | { ok: false; why: PackLoss }

/**
 * Opens the whole pack of that id for drawing, offline. A newer one that takes its place meanwhile is read from then on.
 * `lost`: the browser let its bytes go; the pack is then no longer said to be here.
 */
export const openPack = async (database: Database, id: string): Promise<OpenedPack> => {
  const opened = await openNow(database, id)
  return 'why' in opened
    ? { ok: false, why: opened.why }
    : { ok: true, pack: opened.pack, source: sourceOf(database, id, opened) }
}

/** Reads bytes, fewer where the file ends before; null where they are not here any more. */
type Open = { pack: MapPack; read(offset: number, length: number): Promise<ArrayBuffer | null> }

const openNow = async (database: Database, id: string): Promise<Open | { why: PackLoss }> => {
  const row = await wholePack(database, id)
  if (row === null) return { why: 'not-here' }
  const read = row.kept === 'opfs' ? await readerOfFile(database, row) : readerOfRows(database, row)
  if (read !== null) return { pack: row.pack, read }
  await dropPacks(database, ({ file }) => file === row.file)
  return { why: 'lost' }
}

const readerOfFile = async (database: Database, { file, pack }: PackRow): Promise<Open['read'] | null> => {
  const bytes = await openPackFile(database.name, file)
  if (bytes === null || bytes.size !== pack.bytes) return null
  return (offset, length) =>
    bytes
      .slice(offset, offset + length)
      .arrayBuffer()
      .catch(() => null)
}

const readerOfRows =
  (database: Database, { file, pack }: PackRow): Open['read'] =>
  async (offset, length) => {
    const wanted = Math.max(0, Math.min(length, pack.bytes - offset))
    const bytes = await readPackBytes(database, file, offset, wanted)
    return bytes === null || bytes.byteLength < wanted ? null : bytes
  }

const sourceOf = (database: Database, id: string, opened: Open): Source => {
  let open = opened
  return {
    getKey: () => `pack:${id}`,
    getBytes: async (offset, length, _signal, etag) => {
      // What was read before is of an older file: whoever reads begins anew.
      if (etag !== undefined && etag !== open.pack.sha256) throw new EtagMismatch(etag)
      const data = await open.read(offset, length)
      if (data !== null) return { data, etag: open.pack.sha256 }
      const now = await openNow(database, id)
      if ('why' in now) throw new Error(`the pack ${id} is ${now.why}`)
      open = now
      throw new EtagMismatch(open.pack.sha256)
    },
  }
}
