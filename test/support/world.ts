import { mkdtempSync, rmSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '../../src/domain/entries/mayWrite.ts'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { backup, restore } from '../../src/endpoint/admin/backup.ts'
import { openBooks } from '../../src/endpoint/books/openBooks.ts'
import { revokeDevice } from '../../src/endpoint/devices/revokeDevice.ts'
import { endpointKeys } from '../../src/endpoint/keys/endpointKeys.ts'
import { buildServer } from '../../src/endpoint/routes/server.ts'
import { openShelf } from '../../src/endpoint/shelf/shelf.ts'
import { fillBook } from '../bench/fillBook.ts'
import { aPack, type PackWish } from './aPack.ts'
import { aTile } from './aTile.ts'
import { type ControllableWire, startControllableWire, type WireRule } from './controllableWire.ts'
import { layPack } from './layPack.ts'
import type { TestDevice } from './testDevice.ts'
import { startTestEndpoint } from './testEndpoint.ts'
import { layOnline, startTileServer, type TileServer } from './tileServer.ts'

/** A real endpoint behind a controllable wire, and what a story may let happen to it. */
export type World = { wire: ControllableWire; verbs: WorldVerbs; close(): Promise<void> }
export type WorldVerbs = ReturnType<typeof verbsOf>

type Place = {
  wire: ControllableWire
  books: Awaited<ReturnType<typeof openBooks>>
  url: string
  ends: (() => Promise<void>)[]
  tiles: TileServer | null
  /** Questions that the map's server has not answered yet. */
  held: ServerResponse[]
}

export const openWorld = async (): Promise<World> => {
  const endpoint = await startTestEndpoint()
  const wire = await startControllableWire(endpoint.url)
  const work = mkdtempSync(join(tmpdir(), 'mai-am-world-'))
  const place: Place = { wire, books: endpoint.books, url: endpoint.url, ends: [endpoint.close], tiles: null, held: [] }
  return {
    wire,
    verbs: verbsOf(place, endpoint, work),
    close: async () => {
      await wire.close()
      for (const end of place.ends) await end()
      rmSync(work, { recursive: true, force: true })
    },
  }
}

const verbsOf = (place: Place, endpoint: Awaited<ReturnType<typeof startTestEndpoint>>, work: string) => {
  const { wire } = place
  const others = new Map<string, TestDevice>()
  return {
    invite: (role: Role, books: string[], name: string) => endpoint.invite(role, books, name),
    /** The wire obeys these from now on. */
    rules: async (rules: WireRule[]) => {
      wire.rules = rules
    },
    /** Clients that accept columns get them. */
    speakColumns: async (yes: boolean) => {
      wire.columns = yes
    },
    seen: async () => wire.seen,
    forgetSeen: async () => {
      wire.seen = []
    },
    /** The book as the endpoint has it. */
    book: async (book: string) => {
      const rows = place.books.db.selectFrom('entries').select(['seq', 'id', 'stamp', 'digest'])
      return rows.where('book', '=', book).orderBy('seq').execute()
    },
    held: async () => place.books.db.selectFrom('held').select(['entry', 'code']).execute(),
    /** Somebody else, on a phone of their own, writes notes in that book. */
    otherWrites: async (name: string, book: string, texts: string[]) => {
      const other = others.get(name) ?? (await endpoint.device('recorder', [book], name))
      others.set(name, other)
      const push = texts.map((text) => other.entry(book, 'note.added', uuid7(Date.now()), { text }))
      await other.request('POST', '/api/sync', { json: { protocol: 1, build: 'test', epoch: null, push } })
      return push.map(({ id }) => id)
    },
    /** The office writes households with visits, builds and checks into that book, as work fills it. */
    fill: async (book: string, households: number) => {
      await fillBook(book, households, await endpoint.device('district', []), await endpoint.device('district', []))
    },
    scope: async (device: string, books: string[]) => {
      const row = place.books.db
        .updateTable('devices')
        .set({ books: JSON.stringify(books), changed: 1, certificate: null })
      await row.where('id', '=', device).execute()
    },
    revoke: async (device: string, wipe: boolean) =>
      place.books.db.transaction().execute((tx) => revokeDevice(tx, device, wipe, null, Date.now())),
    settle: async (entry: string, outcome: 'dismissed', reason: string) => {
      await place.books.db.updateTable('held').set({ outcome, reason, told: 0 }).where('entry', '=', entry).execute()
    },
    /** The endpoint's disk changed a letter of an entry, after it was sealed into the book. */
    spoil: async (id: string, from: string, to: string) => {
      const row = await place.books.db
        .selectFrom('entries')
        .select('text')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      await place.books.db
        .updateTable('entries')
        .set({ text: row.text.replace(from, to) })
        .where('id', '=', id)
        .execute()
    },
    /** An admin lays a pack into the endpoint's folder, in the place of whatever had that id. */
    layPack: async (id: string, books: string[], seed: number, wish: PackWish) =>
      layPack(join(place.books.dir, 'maps'), id, aPack(seed, wish).bytes, books),
    /** The office configures a map on the net; its server shows one colour. */
    layOnline: async (colour: readonly [number, number, number], more: object) => {
      place.tiles ??= await startTileServer((response) => response.end(aTile(colour)))
      place.ends.push(place.tiles.close)
      layOnline(join(place.books.dir, 'maps'), `${place.tiles.url}/{z}/{x}/{y}.png`, more)
    },
    /** What the map's server was asked for so far. */
    tilesAsked: async () => place.tiles?.asked.map(({ path }) => path) ?? [],
    /** What the map's server says from now on: a colour, null that it can't; `later`: nothing, until it says another thing. */
    tilesCome: async (colour: readonly [number, number, number] | null | 'later') => {
      if (place.tiles === null) throw new Error('no map on the net was configured')
      const say = (response: ServerResponse) => {
        if (colour === 'later') place.held.push(response)
        else if (colour === null) response.writeHead(500).end()
        else response.end(aTile(colour))
      }
      place.tiles.answer = say
      for (const response of place.held.splice(0)) say(response)
    },
    backup: async () => {
      await backup(place.books, join(work, 'backup.tar.gz'), Date.now())
    },
    /** The endpoint is lost and comes back, on the same wire, as it was at the backup. */
    restore: async () => {
      const dir = join(work, `restored-${place.ends.length}`)
      await restore(join(work, 'backup.tar.gz'), dir, Date.now())
      const books = await openBooks(dir)
      const keys = await endpointKeys(books.db)
      const shelf = await openShelf(dir)
      const app = await buildServer({ books, keys, shelf, now: Date.now, origin: null }, join(dir, 'no-dist'))
      const url = await app.listen({ port: 0, host: '127.0.0.1' })
      place.books = books
      wire.target = url
      place.ends.unshift(async () => {
        await app.close()
        await books.close()
      })
    },
  }
}
