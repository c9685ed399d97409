import { randomUUID } from 'node:crypto'
import type { Db } from '../books/tables.ts'
import { type PictureKind, pictureKind } from './pictureKind.ts'
import type { Shelf } from './shelf.ts'

/** Puts a picture on the shelf and says so in the books, as a finished upload does. Throws where it is none. */
export const keepPicture = async (
  tx: Db,
  shelf: Shelf,
  { bytes, sha256, device, arrivedMs }: { bytes: Buffer; sha256: string; device: string; arrivedMs: number },
): Promise<void> => {
  const kind = pictureKind(bytes)
  if (kind === null) throw new Error(`${sha256} is not a picture`)
  const upload = randomUUID()
  await shelf.append(upload, bytes)
  await shelf.keep(upload, sha256)
  await noteKept(tx, { sha256, bytes: bytes.length, kind, device, arrivedMs, quarantine: false })
}

/** The picture's row; only what is already durable on the shelf may be noted [I3]. */
export const noteKept = async (
  tx: Db,
  {
    sha256,
    bytes,
    kind,
    device,
    arrivedMs,
    quarantine,
  }: {
    sha256: string
    bytes: number
    kind: PictureKind
    device: string
    arrivedMs: number
    quarantine: boolean
  },
): Promise<void> => {
  await tx
    .insertInto('photos')
    .values({ sha256, bytes, ...kind, device, arrived: arrivedMs, quarantine: quarantine ? 1 : 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
