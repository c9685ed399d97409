/**
 * What runs in the browser: phones but for their screens, each with a database of its own, real keys and the real
 * hand-in. Built for the page by `../phonesInChromium.ts`.
 */
import type { PhotoRow } from '../../../../src/app/store/photoRows.ts'
import { saveEntries } from '../../../../src/app/store/saveEntries.ts'
import { putStagedPhoto } from '../../../../src/app/store/stagedPhotos.ts'
import { bringPicture } from '../../../../src/app/sync/photos/bringPicture.ts'
import { entryHash } from '../../../../src/domain/book/entryHash.ts'
import type { PhotoTaken } from '../../../../src/domain/entries/communeBodies.ts'
import type { Role } from '../../../../src/domain/entries/mayWrite.ts'
import { chanceOf } from '../../../bench/chance.ts'
import { aPhone, type TestPhone } from '../../../browser/support/aPhone.ts'
import type { BrowserWorld } from '../../../browser/support/world.ts'

/** Bytes as base64, as they come from the process that makes them. */
export type Picture = { body: PhotoTaken; evidence: string; preview: string }
/** What lies on a phone now. */
export type Holds = {
  own: { id: string; hash: string; state: string }[]
  photos: { photo: string; state: string; evidence: string; preview: string }[]
  bytesOf: string[]
  /** Rows of every table, by name. */
  rows: { [table: string]: number }
  enrolled: boolean
  digests: { [book: string]: string }
}

const phones = new Map<string, TestPhone>()
const phoneOf = (name: string): TestPhone => {
  const phone = phones.get(name)
  if (phone === undefined) throw new Error(`there is no ${name}`)
  return phone
}

const verbs = {
  enrol: async (name: string, code: string, role: Role): Promise<string> => {
    const world = { wireUrl: '', invite: async () => code } as unknown as BrowserWorld
    const phone = await aPhone(world, { name, role })
    phones.set(name, phone)
    return phone.id
  },
  /** In one save, as an import would be: quicker than a day in the villages, the same entries. */
  notes: async (name: string, book: string, texts: string[]): Promise<void> => {
    const { database, device } = phoneOf(name)
    const all = texts.map((text) => ({
      book,
      kind: 'note.added' as const,
      subject: device.uuid7(),
      body: { text },
    }))
    await saveEntries(database, device, all, null)
  },
  photos: async (name: string, book: string, pictures: Picture[]): Promise<void> => {
    const { database, device } = phoneOf(name)
    for (const { body, evidence, preview } of pictures) {
      const waiting = { at: 'waiting' } as const
      const row: PhotoRow = {
        photo: body.photo,
        state: 'staged',
        draft: 'd',
        takenMs: Date.now(),
        body,
        preview: waiting,
        evidence: waiting,
      }
      await putStagedPhoto(database, row, bytesOf(evidence), bytesOf(preview))
    }
    const all = pictures.map(({ body }) => ({
      book,
      kind: 'photo.taken' as const,
      subject: device.uuid7(),
      body,
    }))
    await saveEntries(
      database,
      device,
      all,
      'd',
      pictures.map(({ body }) => body.photo),
    )
  },
  /** From now on a share of its requests never leaves, or is answered to nobody; the `lost`-th one in any case. */
  weakLine: async (name: string, seed: number, share: number, lost: number): Promise<void> => {
    const { device } = phoneOf(name)
    const chance = chanceOf(seed)
    let asked = 0
    device.fetch = async (path, init) => {
      asked += 1
      if (asked === lost || chance.yes(share)) throw new TypeError('no line')
      const answer = await fetch(path, init)
      if (chance.yes(share)) throw new TypeError('the answer got lost')
      return answer
    }
  },
  sync: async (name: string): Promise<string> => {
    const outcome = await phoneOf(name).sync()
    return outcome.at === 'done' ? 'done' : `${outcome.at}: ${outcome.why}`
  },
  look: async (name: string, hashes: string[]): Promise<number> => {
    const { database, device } = phoneOf(name)
    const came = await Promise.all(hashes.map((sha256) => bringPicture(database, device, sha256)))
    return came.filter((bytes) => bytes !== null).length
  },
  holds: async (name: string): Promise<Holds> => {
    const { database, device } = phoneOf(name)
    const own = await database.own.orderBy('n').toArray()
    const cursors = await database.cursors.toArray()
    return {
      own: await Promise.all(
        own.map(async ({ id, state, entry }) => ({ id, state, hash: await entryHash(entry, device.sha256) })),
      ),
      photos: (await database.photos.toArray()).map(({ photo, state, body }) => ({
        photo,
        state,
        evidence: body.sha256,
        preview: body.preview.sha256,
      })),
      bytesOf: ((await database.photoBytes.orderBy('sha256').uniqueKeys()) as string[]).map(String),
      rows: Object.fromEntries(
        await Promise.all(database.tables.map(async (table) => [table.name, await table.count()] as const)),
      ),
      enrolled: (await database.meta.get('enrolment')) !== undefined,
      digests: Object.fromEntries(
        await Promise.all(cursors.map(async ({ book }) => [book, await phoneOf(name).digest(book)] as const)),
      ),
    }
  },
  forget: async (name: string): Promise<void> => {
    await phoneOf(name).database.delete()
    phones.delete(name)
  },
}
export type PhoneVerbs = typeof verbs

const bytesOf = (base64: string): ArrayBuffer => {
  const text = atob(base64)
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0)).buffer
}

Object.assign(window, { phones: verbs })
