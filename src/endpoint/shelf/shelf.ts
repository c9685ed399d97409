import { createReadStream, type ReadStream } from 'node:fs'
import { appendFile, mkdir, open, readFile, rename, rm, stat, truncate } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * The only place of photo bytes: `photos/ab/<sha256>` for whole pictures, `uploads/<id>` for what is still coming.
 * A picture is whole only after file and folder are fsynced [I3].
 */
export type Shelf = {
  /** Bytes that have come of an upload; what arrived is kept when the line breaks. */
  offset(upload: string): Promise<number>
  begin(upload: string): Promise<void>
  append(upload: string, bytes: Uint8Array): Promise<void>
  /** All bytes of an upload that came whole, also where it stands in its place already. */
  readUpload(upload: string, sha256: string): Promise<Buffer>
  /** Where an upload lies, for whoever reads it piece by piece. */
  uploadPath(upload: string): string
  /** Back to nothing: what came was not what was said. */
  restart(upload: string): Promise<void>
  drop(upload: string): Promise<void>
  /** Moves a whole upload to its place, durable. */
  keep(upload: string, sha256: string): Promise<void>
  read(sha256: string, range?: { start: number; end: number }): ReadStream
  has(sha256: string): Promise<boolean>
  pathOf(sha256: string): string
}

export const openShelf = async (dir: string): Promise<Shelf> => {
  const uploads = join(dir, 'uploads')
  const photos = join(dir, 'photos')
  await mkdir(uploads, { recursive: true, mode: 0o700 })
  await mkdir(photos, { recursive: true, mode: 0o700 })
  const coming = (upload: string) => join(uploads, upload)
  const pathOf = (sha256: string) => join(photos, sha256.slice(0, 2), sha256)
  return {
    offset: async (upload) => (await stat(coming(upload))).size,
    begin: async (upload) => appendFile(coming(upload), ''),
    append: (upload, bytes) => appendFile(coming(upload), bytes),
    readUpload: (upload, sha256) => readFile(coming(upload)).catch(() => readFile(pathOf(sha256))),
    uploadPath: coming,
    restart: (upload) => truncate(coming(upload), 0),
    drop: (upload) => rm(coming(upload), { force: true }),
    keep: async (upload, sha256) => {
      const place = pathOf(sha256)
      await mkdir(dirname(place), { recursive: true, mode: 0o700 })
      if (await isThere(coming(upload))) {
        await synced(coming(upload))
        await rename(coming(upload), place)
      }
      await synced(dirname(place))
      await synced(photos)
    },
    read: (sha256, range) => createReadStream(pathOf(sha256), range),
    has: (sha256) => isThere(pathOf(sha256)),
    pathOf,
  }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

const synced = async (path: string): Promise<void> => {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
