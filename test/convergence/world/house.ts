import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import type { Role } from '../../../src/domain/entries/mayWrite.ts'
import { admit } from '../../../src/endpoint/accept/admit.ts'
import { backup, restore } from '../../../src/endpoint/admin/backup.ts'
import { initDistrict } from '../../../src/endpoint/admin/initDistrict.ts'
import { type Books, openBooks } from '../../../src/endpoint/books/openBooks.ts'
import type { Db, Tables } from '../../../src/endpoint/books/tables.ts'
import { revokeDevice } from '../../../src/endpoint/devices/revokeDevice.ts'
import { type EndpointKeys, endpointKeys } from '../../../src/endpoint/keys/endpointKeys.ts'
import { invite } from '../../../src/endpoint/people/invites.ts'
import { buildServer } from '../../../src/endpoint/routes/server.ts'
import { openShelf } from '../../../src/endpoint/shelf/shelf.ts'
import { communes, district } from './places.ts'

/**
 * The endpoint of a world: the real server, asked without a socket, over real books in files. Its process may die before
 * or after a commit, and a commit may fail. Files lie in memory where the system has such a folder: what an fsync is
 * worth is tested elsewhere.
 */
export type House = {
  readonly books: Books
  readonly keys: EndpointKeys
  /** Set for the next commit, counted down. */
  fate: { commits: number; how: EndpointFate } | null
  /** Died while the last request was answered: nobody got an answer. */
  died: boolean
  /** Errors of our own that the server said in the log. */
  readonly said: string[]
  ask(request: Asked): Promise<Told>
  rows<T extends keyof Tables>(table: T): Promise<Tables[T][]>
  /** What is in the books and in quarantine now, by id and by `device id`; only what is new is read. */
  news(): Promise<{ entries: ReadonlyMap<string, Tables['entries']>; held: ReadonlySet<string> }>
  transaction<T>(act: (tx: Db) => Promise<T>): Promise<T>
  enrolCode(role: Role, books: string[], person: { id?: string; name: string }): Promise<string>
  scope(device: string, books: string[]): Promise<void>
  confirmAll(): Promise<void>
  settle(held: Tables['held'], outcome: 'admitted' | 'dismissed'): Promise<void>
  revoke(device: string, wipe: boolean): Promise<void>
  startAgain(): Promise<void>
  backup(): Promise<void>
  readonly hasBackup: boolean
  restore(): Promise<void>
  close(): Promise<void>
}

export type EndpointFate = 'dies-before' | 'dies-after' | 'fails' | 'busy'
export type Asked = { method: string; path: string; headers: { [name: string]: string }; body?: Uint8Array }
export type Told = { status: number; headers: { [name: string]: string }; body: Uint8Array<ArrayBuffer> }

type App = Awaited<ReturnType<typeof buildServer>>
let server: App | null = null
let now: () => number = () => 0
let open: OpenHouse | null = null
const beforeAllMs = Date.parse('2026-11-24T01:00:00Z')
/** The books of a district that has just begun, made once. */
let template: Buffer | null = null

/** Opens a new endpoint; one at a time in this process, for the server is built once. */
export const openHouse = async (clock: () => number): Promise<House> => {
  now = clock
  const house = new OpenHouse()
  open = house
  await house.begin()
  server ??= await serverOnce()
  return house
}

/** Makes the books that every run begins with, once in a process. */
export const beginDistrict = async (): Promise<void> => {
  if (template !== null) return
  const house = new OpenHouse()
  await house.begin()
  await house.close()
}

const current = (): OpenHouse => {
  if (open === null) throw new Error('no endpoint is open')
  return open
}

/** Books and keys are those of the endpoint that is open now. */
const serverOnce = async (): Promise<App> => {
  const books = {
    get db() {
      return current().books.db
    },
    get dir() {
      return current().books.dir
    },
    get together() {
      return current().books.together
    },
    close: async () => undefined,
  }
  const keys = {
    get epoch() {
      return current().keys.epoch
    },
    get device() {
      return current().keys.device
    },
    get receiptKey() {
      return current().keys.receiptKey
    },
    get bundleKey() {
      return current().keys.bundleKey
    },
    sign: (text: string) => current().keys.sign(text),
    signed: (text: string, signature: string) => current().keys.signed(text, signature),
    agree: (point: Uint8Array<ArrayBuffer>) => current().keys.agree(point),
  }
  const shelf = await openShelf(mkdtempSync(join(tmpdir(), 'mai-am-shelf-')))
  const app = await buildServer({ books, keys, shelf, now: () => now(), origin: null }, join(tmpdir(), 'no-dist'))
  console.error = (...words: unknown[]) => {
    if (open?.fated !== true) open?.said.push(words.map((word) => String((word as Error)?.stack ?? word)).join(' '))
  }
  await app.ready()
  return app
}

class OpenHouse implements House {
  books!: Books
  keys!: EndpointKeys
  fate: House['fate'] = null
  died = false
  /** The last request met a fate: what the server says of it is expected. */
  fated = false
  readonly said: string[] = []
  hasBackup = false
  private readonly place = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'mai-am-world-'))
  private restored = 0
  private read = { entries: new Map<string, Tables['entries']>(), held: new Set<string>() }
  private readTo = { entries: 0, held: 0 }

  async begin(): Promise<void> {
    const dir = join(this.place, 'first')
    if (template !== null) {
      mkdirSync(dir)
      writeFileSync(join(dir, 'books.sqlite'), template)
      return this.openIn(dir)
    }
    // Its keys are real, so that it serves every run; its first day comes before all of theirs.
    const clock = now
    now = () => beforeAllMs
    await this.openIn(dir)
    const areas = communes.map((id) => ({ id, title: `xã ${id}`, level: 'commune' as const }))
    await this.transaction((tx) => initDistrict(tx, this.keys, { district, title: 'địa bàn thử', areas }, now()))
    await this.books.close()
    template = readFileSync(join(dir, 'books.sqlite'))
    now = clock
    await this.openIn(dir)
  }

  async ask({ method, path, headers, body }: Asked): Promise<Told> {
    this.fated = false
    const answer = await (server as App).inject({
      method: method as 'POST',
      url: path,
      headers,
      ...(body === undefined ? {} : { payload: Buffer.from(body) }),
    })
    if (this.died) {
      this.died = false
      await this.startAgain()
      throw new Error('the endpoint died')
    }
    const said: Told['headers'] = {}
    for (const [name, value] of Object.entries(answer.headers)) said[name] = String(value)
    return { status: answer.statusCode, headers: said, body: new Uint8Array(answer.rawPayload) }
  }

  rows = <T extends keyof Tables>(table: T): Promise<Tables[T][]> =>
    this.books.db.selectFrom(table).selectAll().execute() as unknown as Promise<Tables[T][]>

  transaction = <T>(act: (tx: Db) => Promise<T>): Promise<T> => {
    const { fate } = this
    this.fate = null
    return this.books.db
      .transaction()
      .execute(act)
      .finally(() => {
        this.fate = fate
      })
  }

  enrolCode = async (role: Role, books: string[], person: { id?: string; name: string }): Promise<string> =>
    (await this.transaction((tx) => invite(tx, this.keys, { person, role, books, hours: 1000 }, now()))).code

  news = async () => {
    const entries = await sql<
      Tables['entries'] & { row: number }
    >`SELECT rowid AS row, * FROM entries WHERE rowid > ${this.readTo.entries}`.execute(this.books.db)
    const held = await sql<{
      row: number
      device: string
      entry: string
    }>`SELECT rowid AS row, device, entry FROM held WHERE rowid > ${this.readTo.held}`.execute(this.books.db)
    for (const row of entries.rows) this.read.entries.set(row.id, row)
    for (const { device, entry } of held.rows) this.read.held.add(`${device} ${entry}`)
    this.readTo = {
      entries: Math.max(this.readTo.entries, ...entries.rows.map(({ row }) => row)),
      held: Math.max(this.readTo.held, ...held.rows.map(({ row }) => row)),
    }
    return this.read
  }

  scope = async (device: string, books: string[]): Promise<void> =>
    this.transaction(async (tx) => {
      const issued = new Date(now()).toISOString()
      const set = { books: JSON.stringify(books), changed: 1, certificate: null, issued }
      await tx.updateTable('devices').set(set).where('id', '=', device).execute()
    })

  confirmAll = async (): Promise<void> =>
    this.transaction(async (tx) => {
      await tx.updateTable('devices').set({ confirmed: 1 }).execute()
    })

  settle = async (held: Tables['held'], outcome: 'admitted' | 'dismissed'): Promise<void> =>
    this.transaction(async (tx) => {
      if (outcome === 'admitted' && !(await admit(tx, held, now())).done) return
      await tx.updateTable('held').set({ outcome, reason: 'thử', told: 0 }).where('id', '=', held.id).execute()
    })

  revoke = async (device: string, wipe: boolean): Promise<void> => {
    await this.transaction((tx) => revokeDevice(tx, device, wipe, null, now()))
  }

  startAgain = async (): Promise<void> => {
    const { dir } = this.books
    await this.books.close()
    await this.openIn(dir)
  }

  backup = async (): Promise<void> => {
    const { fate } = this
    this.fate = null
    await backup(this.books, join(this.place, 'backup.tar.gz'), now())
    this.fate = fate
    this.hasBackup = true
  }

  restore = async (): Promise<void> => {
    this.fate = null
    await this.books.close()
    this.restored += 1
    const dir = join(this.place, `restored-${this.restored}`)
    await restore(join(this.place, 'backup.tar.gz'), dir, now())
    this.read = { entries: new Map(), held: new Set() }
    this.readTo = { entries: 0, held: 0 }
    await this.openIn(dir)
  }

  close = async (): Promise<void> => {
    await this.books.close()
    rmSync(this.place, { recursive: true, force: true })
  }

  /** What becomes of a commit; the transaction is rolled back unless `commit` was called. */
  commit(commit: () => void): void {
    const fate = this.fate
    if (fate === null || fate.commits > 0) {
      if (fate !== null) fate.commits -= 1
      commit()
      return
    }
    this.fate = null
    this.fated = true
    if (fate.how === 'dies-after') commit()
    if (fate.how === 'dies-after' || fate.how === 'dies-before') this.died = true
    throw Object.assign(new Error(`fate: ${fate.how}`), fate.how === 'busy' ? { errcode: 5 } : {})
  }

  private async openIn(dir: string): Promise<void> {
    this.books = await openBooks(dir)
    this.keys = await endpointKeys(this.books.db)
  }
}

/** Every commit of this process's books passes by the house. */
const prepare = DatabaseSync.prototype.prepare
DatabaseSync.prototype.prepare = function (this: DatabaseSync, sql: string, ...more: []) {
  const statement = prepare.call(this, sql, ...more)
  if (sql !== 'commit') return statement
  const run = statement.run.bind(statement)
  const all = statement.all.bind(statement)
  statement.run = ((...words: []) => {
    let result: unknown
    if (open === null) return run(...words)
    open.commit(() => {
      result = run(...words)
    })
    return result
  }) as typeof statement.run
  statement.all = ((...words: []) => {
    let result: unknown = []
    if (open === null) return all(...words)
    open.commit(() => {
      result = all(...words)
    })
    return result
  }) as typeof statement.all
  return statement
}
