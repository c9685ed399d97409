import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256Hex } from '../../support/testDevice.ts'
import type { TestEndpoint } from '../../support/testEndpoint.ts'
import type { Look } from './in-page/look.ts'

/** What somebody was told is saved. */
export type Saved = { entries: readonly string[]; photos: readonly string[] }

export type Found = { handedIn: number; held: number; pictures: number }

/**
 * [I2] Nothing that a phone shows as handed in, held or safe lacks its row, its quarantine, its file. Asked after every
 * hand-in, for what is wrong at one moment may be right at the next.
 */
export const nothingFalse = async ({ books, dir }: TestEndpoint, { own, photos }: Look): Promise<string[]> => {
  const wrong: string[] = []
  for (const { id, hash, delivery } of own) {
    if (delivery.at === 'handed-in') {
      const row = await books.db.selectFrom('entries').select(['hash', 'seq']).where('id', '=', id).executeTakeFirst()
      if (row?.hash !== hash || row.seq !== delivery.seq) wrong.push(`${id} is shown as handed in and is not there`)
    }
    if (delivery.at === 'held') {
      const row = await books.db.selectFrom('held').select('hash').where('entry', '=', id).executeTakeFirst()
      if (row?.hash !== hash) wrong.push(`${id} is shown as held and is not in quarantine`)
    }
  }
  for (const { sha256, delivery } of photos.flatMap(({ tiers }) => tiers)) {
    if (delivery.at === 'safe' && !isOnTheShelf(dir, sha256))
      wrong.push(`picture ${sha256} is shown as safe and is not`)
  }
  return wrong
}

/**
 * At the end, from the places that last: each saved entry is on the phone, and at the endpoint once, in its book or
 * visibly held; nothing else of this device is there; each picture's hash is on the shelf; counters have no gap; the
 * phone's pages are the endpoint's book. Returns what is wrong.
 */
export const nothingLost = async (
  endpoint: TestEndpoint,
  device: string,
  saved: Saved,
  seen: Look,
): Promise<{ wrong: string[]; found: Found }> => {
  const { db } = endpoint.books
  const wrong = await nothingFalse(endpoint, seen)
  const rows = await db.selectFrom('entries').select(['id', 'hash', 'n']).where('device', '=', device).execute()
  const held = await db.selectFrom('held').select(['entry', 'hash', 'n']).where('device', '=', device).execute()
  for (const id of saved.entries) {
    const own = seen.own.find((one) => one.id === id)
    const there = [...rows.filter((row) => row.id === id), ...held.filter((row) => row.entry === id)]
    if (own === undefined) wrong.push(`${id} was said to be saved and is not on the phone`)
    if (there.length !== 1) wrong.push(`${id} is ${there.length} times at the endpoint`)
    if (there[0]?.hash !== own?.hash) wrong.push(`${id} is not there as it was written`)
    if (own !== undefined && !['handed-in', 'held'].includes(own.delivery.at))
      wrong.push(`${id} is at the endpoint and shown as ${own.delivery.at}`)
  }
  const counters = [...rows, ...held].map(({ n }) => Number(n)).sort((a, b) => a - b)
  if (counters.some((n, at) => n !== at + 1) || counters.length !== seen.counter || seen.own.length !== seen.counter)
    wrong.push(
      `counters: ${counters.join(' ')} at the endpoint, ${seen.own.length} on the phone, ${seen.counter} counted`,
    )
  for (const photo of saved.photos) {
    const row = seen.photos.find((one) => one.photo === photo)
    if (row?.state !== 'safe') wrong.push(`photo ${photo} is ${row?.state}`)
    for (const { sha256, here } of row?.tiers ?? []) {
      if (!here) wrong.push(`picture ${sha256} is no longer on the phone`)
      if (!isOnTheShelf(endpoint.dir, sha256)) wrong.push(`picture ${sha256} is not on the shelf`)
    }
  }
  for (const { book, seq, digest, pages } of seen.books) {
    if (seq === 0) continue
    const there = db.selectFrom('entries').select('digest').where('book', '=', book).where('seq', '=', seq)
    const at = await there.executeTakeFirst()
    if (at?.digest !== digest || pages !== digest)
      wrong.push(`book ${book} at ${seq}: ${at?.digest} ${digest} ${pages}`)
  }
  return { wrong, found: { handedIn: rows.length, held: held.length, pictures: 2 * saved.photos.length } }
}

const isOnTheShelf = (dir: string, sha256: string): boolean => {
  try {
    return sha256Hex(readFileSync(join(dir, 'photos', sha256.slice(0, 2), sha256))) === sha256
  } catch {
    return false
  }
}
