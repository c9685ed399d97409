import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { cp, mkdir, mkdtemp, open, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { sql } from 'kysely'
import { create, extract } from 'tar'
import { audit } from '../books/audit.ts'
import { type Books, openBooks, readMeta, writeMeta } from '../books/openBooks.ts'
import { copyMaps } from '../maps/copyMaps.ts'
import { type Verified, verifyBooks } from './verifyBooks.ts'

/**
 * Writes everything (books, quarantine, devices, keys, photos, maps) into one file, while the endpoint runs. The file takes
 * its name only once it was unpacked again and verified [L16]; then phones are told that what is older is backed up.
 */
export const backup = async (books: Books, to: string, nowMs: number): Promise<Verified> => {
  const target = resolve(to)
  const work = await mkdtemp(join(dirname(target), '.mai-am-backup-'))
  try {
    const whole = join(work, 'whole')
    await mkdir(whole)
    // The books first: whatever pictures they name were on the shelf before them.
    await sql`VACUUM INTO ${join(whole, 'books.sqlite')}`.execute(books.db)
    if (existsSync(join(books.dir, 'photos')))
      await cp(join(books.dir, 'photos'), join(whole, 'photos'), { recursive: true })
    await copyMaps(join(books.dir, 'maps'), join(whole, 'maps'), console.error)
    const packed = join(work, 'backup.tar.gz')
    await create({ gzip: true, file: packed, cwd: whole, portable: true }, readdirSync(whole))
    const verified = await unpackAndVerify(packed, join(work, 'again'))
    await synced(packed)
    await rename(packed, target)
    await synced(dirname(target))
    await writeMeta(books.db, 'backedUp', new Date(nowMs).toISOString())
    return verified
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/**
 * Makes an endpoint's folder from a backup: verified beside, then swapped in [L7]. It begins a new epoch with a device
 * id of its own, so that phones hand in again what came after the backup; open codes are cancelled.
 */
export const restore = async (from: string, dir: string, nowMs: number): Promise<Verified> => {
  if (existsSync(dir) && readdirSync(dir).length > 0)
    throw new Error(`${dir} is not empty: a restore wants a new folder.`)
  const target = resolve(dir)
  await mkdir(dirname(target), { recursive: true })
  const work = await mkdtemp(join(dirname(target), '.mai-am-restore-'))
  try {
    const verified = await unpackAndVerify(resolve(from), work)
    const books = await openBooks(work)
    await books.db.transaction().execute(async (tx) => {
      const before = await readMeta(tx, 'epoch')
      await writeMeta(tx, 'epoch', randomUUID())
      await writeMeta(tx, 'endpointDevice', randomUUID())
      await tx.deleteFrom('meta').where('key', 'in', ['ownCounter', 'ownClock', 'backedUp']).execute()
      await tx.deleteFrom('invites').where('usedBy', 'is', null).execute()
      await tx.deleteFrom('uploads').execute()
      await audit(tx, nowMs, 'endpoint.restored', null, { before })
    })
    await books.close()
    await rm(target, { recursive: true, force: true })
    await rename(work, target)
    await synced(dirname(target))
    return verified
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

const unpackAndVerify = async (file: string, dir: string): Promise<Verified> => {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  // Only our own three names come out of the file, whatever it says.
  const ours = (path: string) => path === 'books.sqlite' || /^(photos|maps)(\/|$)/.test(path)
  await extract({ file, cwd: dir, filter: ours, strict: true })
  const books = await openBooks(dir)
  try {
    return await verifyBooks(books)
  } finally {
    await books.close()
  }
}

const synced = async (path: string): Promise<void> => {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
