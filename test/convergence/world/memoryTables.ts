import { type Database, openDatabase } from '../../../src/app/store/tables.ts'

/** Disks made so far. */
let disks = 0

/**
 * The phone's tables in memory, in place of Dexie over IndexedDB: what the sync core and the store ask of them and no
 * more. Primary keys and indexes are read from the real `openDatabase`, so the two can't drift apart. A transaction is
 * whole or not at all, one at a time over all handles of a phone, and touches only the tables that it named. Rows are
 * frozen: whoever changes one in place is found out.
 */
export class Disk {
  /** Who holds it in memory knows it by this. */
  readonly name = `phone ${disks++}`
  readonly tables = new Map<string, Rows>()
  /** Transactions and writes outside of one that were committed: the durable steps. */
  steps = 0
  busy: Promise<void> | null = null

  constructor() {
    for (const { name, primary, indexes } of schemas) this.tables.set(name, new Rows(primary, indexes))
  }

  rows<Row>(table: string): Row[] {
    return (this.tables.get(table)?.sorted() ?? []).map(({ row }) => row as Row)
  }

  value(table: string, key: Key): unknown {
    return this.tables.get(table)?.held.get(textOf(key))?.row
  }

  /** Another phone with the same memory. */
  copy(): Disk {
    const other = new Disk()
    for (const [name, rows] of this.tables) (other.tables.get(name) as Rows).held = new Map(rows.held)
    return other
  }
}

/** What happens at a durable step: the process dies before or after it, or the step itself fails. */
export type Fate = 'dies-before' | 'dies-after' | 'aborted' | 'closed' | 'full'

/** The process that had these tables open is gone. */
export class Died extends Error {
  override name = 'Died'
}

type Key = string | number | readonly (string | number)[]
type Held = { key: Key; row: unknown }
type Schema = { name: string; primary: string | readonly string[] | null; indexes: Index[] }
type Index = { name: string; path: string | readonly string[]; unique: boolean }

const schemas: Schema[] = openDatabase().tables.map(({ name, schema }) => ({
  name,
  primary: (schema.primKey.keyPath ?? null) as Schema['primary'],
  indexes: schema.indexes.map((index) => ({ name: index.name, path: index.keyPath as string, unique: !!index.unique })),
}))

/** One table's rows by primary key, in the order of that key. */
class Rows {
  held = new Map<string, Held>()
  readonly primary: Schema['primary']
  readonly indexes: readonly Index[]

  constructor(primary: Schema['primary'], indexes: readonly Index[]) {
    this.primary = primary
    this.indexes = indexes
  }

  sorted(): Held[] {
    return [...this.held.values()].sort((a, b) => compare(a.key, b.key))
  }

  put(row: unknown, key: Key | undefined, add: boolean): void {
    const at = this.primary === null ? key : (valueAt(row, this.primary) as Key)
    if (at === undefined) throw named('DataError', 'a row without its key')
    const text = textOf(at)
    if (add && this.held.has(text)) throw named('ConstraintError', `the key ${text} is taken`)
    for (const { path, unique } of this.indexes) {
      if (!unique) continue
      const value = textOf(valueAt(row, path) as Key)
      for (const [other, held] of this.held)
        if (other !== text && textOf(valueAt(held.row, path) as Key) === value)
          throw named('ConstraintError', `${String(path)} ${value} is taken`)
    }
    this.held.set(text, { key: at, row: frozen(row) })
  }
}

/** A process's door to the tables of its phone. `fate` is asked at every durable step. */
export class Handle {
  dead = false
  fate: (() => Fate | null) | null = null
  /** The transaction that is going on: its tables, and what they were before it. */
  private within: { names: ReadonlySet<string>; before: Map<string, Map<string, Held>> } | null = null
  private readonly disk: Disk

  constructor(disk: Disk) {
    this.disk = disk
  }

  /** As the store takes it. */
  asDatabase(): Database {
    const tables = Object.fromEntries(schemas.map(({ name }) => [name, new TableDoor(this, name)]))
    const transaction = (_mode: string, ...rest: unknown[]) => {
      const act = rest.pop() as () => Promise<unknown>
      return this.transaction(
        (rest.flat() as TableDoor[]).map(({ name }) => name),
        act,
      )
    }
    return {
      ...tables,
      name: this.disk.name,
      transaction,
      close: () => undefined,
      open: async () => undefined,
    } as unknown as Database
  }

  async read<Result>(name: string, act: (rows: Rows) => Result): Promise<Result> {
    await this.free()
    return act(this.rows(name))
  }

  /** A write: part of the transaction that is going on, or a durable step of its own. */
  async write<Result>(name: string, act: (rows: Rows) => Result): Promise<Result> {
    if (this.within === null) return this.transaction([name], () => this.write(name, act)) as Promise<Result>
    const rows = this.rows(name)
    if (!this.within.before.has(name)) this.within.before.set(name, new Map(rows.held))
    return act(rows)
  }

  private async transaction(names: readonly string[], act: () => Promise<unknown>): Promise<unknown> {
    // Within another one: as Dexie, part of it.
    if (this.within !== null) return act()
    await this.free()
    let done = () => {}
    this.disk.busy = new Promise((free) => {
      done = free
    })
    this.within = { names: new Set(names), before: new Map() }
    try {
      const result = await act()
      if (this.within.before.size > 0) this.step()
      return result
    } catch (error) {
      if (!(error as { committed?: true }).committed) this.undo()
      throw error
    } finally {
      this.within = null
      this.disk.busy = null
      done()
    }
  }

  private step(): void {
    const fate = this.fate?.() ?? null
    if (fate === 'aborted') throw named('AbortError', 'the transaction was aborted')
    if (fate === 'closed') throw named('DatabaseClosedError', 'the system closed the database')
    if (fate === 'full') throw named('QuotaExceededError', 'no room')
    if (fate !== null) this.dead = true
    if (fate === 'dies-before') throw new Died(fate)
    this.disk.steps += 1
    if (fate === 'dies-after') throw Object.assign(new Died(fate), { committed: true })
  }

  private undo(): void {
    for (const [name, held] of this.within?.before ?? []) (this.disk.tables.get(name) as Rows).held = held
  }

  private async free(): Promise<void> {
    while (this.within === null && this.disk.busy !== null) await this.disk.busy
    if (this.dead) throw new Died('this process is gone')
  }

  private rows(name: string): Rows {
    if (this.dead) throw new Died('this process is gone')
    if (this.within !== null && !this.within.names.has(name))
      throw named('NotFoundError', `the table ${name} is not part of the transaction`)
    return this.disk.tables.get(name) as Rows
  }
}

class TableDoor {
  readonly name: string
  private readonly handle: Handle

  constructor(handle: Handle, name: string) {
    this.handle = handle
    this.name = name
  }

  get = (key: Key) => this.handle.read(this.name, (rows) => rows.held.get(textOf(key))?.row)
  bulkGet = (keys: readonly Key[]) =>
    this.handle.read(this.name, (rows) => keys.map((key) => rows.held.get(textOf(key))?.row))
  count = () => this.handle.read(this.name, (rows) => rows.held.size)
  put = (row: unknown, key?: Key) => this.handle.write(this.name, (rows) => rows.put(row, key, false))
  bulkPut = (all: readonly unknown[], keys: readonly Key[] = []) =>
    this.handle.write(this.name, (rows) => all.forEach((row, at) => void rows.put(row, keys[at], false)))
  bulkAdd = (all: readonly unknown[]) =>
    this.handle.write(this.name, (rows) => all.forEach((row) => void rows.put(row, undefined, true)))
  delete = (key: Key) => this.bulkDelete([key])
  bulkDelete = (keys: readonly Key[]) =>
    this.handle.write(this.name, (rows) => keys.forEach((key) => void rows.held.delete(textOf(key))))
  clear = () => this.handle.write(this.name, (rows) => rows.held.clear())
  update = (key: Key, changes: object) =>
    this.handle.write(this.name, (rows) => {
      const held = rows.held.get(textOf(key))
      if (held !== undefined) rows.put({ ...(held.row as object), ...changes }, held.key, false)
    })
  toCollection = () => new Some(this.handle, this.name, () => true)
  toArray = () => this.toCollection().toArray()
  filter = (so: (row: never) => boolean) => new Some(this.handle, this.name, so as (row: unknown) => boolean)
  where = (index: string) => {
    const path = /^\[.+\]$/.test(index) ? index.slice(1, -1).split('+') : index
    const some = (so: (value: Key) => boolean) =>
      new Some(this.handle, this.name, (row) => {
        const value = valueAt(row, path) as Key | undefined
        return value !== undefined && so(value)
      })
    return {
      equals: (value: Key) => some((one) => compare(one, value) === 0),
      notEqual: (value: Key) => some((one) => compare(one, value) !== 0),
      above: (value: Key) => some((one) => compare(one, value) > 0),
      anyOf: (...values: (Key | Key[])[]) => {
        const wanted = new Set(values.flat().map((value) => textOf(value)))
        return some((one) => wanted.has(textOf(one)))
      },
      between: (from: Key, to: Key, withFrom: boolean, withTo: boolean) =>
        some((one) => {
          const [low, high] = [compare(one, from), compare(one, to)]
          return (withFrom ? low >= 0 : low > 0) && (withTo ? high <= 0 : high < 0)
        }),
    }
  }
}

/** Rows of a table that are so; asked for when they are used. */
class Some {
  private readonly handle: Handle
  private readonly name: string
  private readonly so: (row: unknown) => boolean
  private readonly most: number

  constructor(handle: Handle, name: string, so: (row: unknown) => boolean, most = Number.POSITIVE_INFINITY) {
    this.handle = handle
    this.name = name
    this.so = so
    this.most = most
  }

  limit = (most: number) => new Some(this.handle, this.name, this.so, most)
  toArray = async () => (await this.held()).map(({ row }) => row)
  primaryKeys = async () => (await this.held()).map(({ key }) => key)
  first = async () => (await this.held())[0]?.row
  count = async () => (await this.held()).length
  each = async (tell: (row: never) => void) => (await this.held()).forEach(({ row }) => void tell(row as never))
  sortBy = async (path: string) =>
    (await this.toArray()).sort((a, b) => compare(valueAt(a, path) as Key, valueAt(b, path) as Key))
  delete = async () =>
    this.handle.write(this.name, (rows) => {
      const gone = this.of(rows)
      for (const { key } of gone) rows.held.delete(textOf(key))
      return gone.length
    })
  modify = async (change: object | ((row: never) => void)) =>
    this.handle.write(this.name, (rows) => {
      for (const { key, row } of this.of(rows)) {
        const now = copied(row) as object
        if (typeof change === 'function') change(now as never)
        else Object.assign(now, change)
        rows.put(now, key, false)
      }
    })

  private held = () => this.handle.read(this.name, (rows) => this.of(rows))
  private of = (rows: Rows) => {
    const found = [...rows.held.values()].filter(({ row }) => this.so(row)).sort((a, b) => compare(a.key, b.key))
    return found.length > this.most ? found.slice(0, this.most) : found
  }
}

const named = (name: string, message: string): Error => Object.assign(new Error(message), { name })

const textOf = (key: Key): string => (typeof key === 'string' ? key : JSON.stringify(key))

const valueAt = (row: unknown, path: string | readonly string[]): unknown =>
  typeof path === 'string'
    ? (row as { [field: string]: unknown })[path]
    : path.map((one) => (row as { [field: string]: unknown })[one])

/** As IndexedDB: numbers before texts, arrays part by part. */
const compare = (a: Key, b: Key): number => {
  if (Array.isArray(a) && Array.isArray(b)) {
    for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
      const part = compare(a[at] as Key, b[at] as Key)
      if (part !== 0) return part
    }
    return a.length - b.length
  }
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1
  return a < b ? -1 : a > b ? 1 : 0
}

/** Plain data is copied, as the structured clone does; a key of cryptography is one and the same thing. */
const copied = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(copied)
  if (Object.getPrototypeOf(value) !== Object.prototype) return value
  const copy: { [field: string]: unknown } = {}
  for (const [field, one] of Object.entries(value)) put(copy, field, copied(one))
  return copy
}

const frozen = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  // Frozen before: kept by this very door.
  if (Object.isFrozen(value)) return value
  if (Array.isArray(value)) return Object.freeze(value.map(frozen))
  if (Object.getPrototypeOf(value) !== Object.prototype) return value
  const copy: { [field: string]: unknown } = {}
  for (const [field, one] of Object.entries(value)) put(copy, field, frozen(one))
  return Object.freeze(copy)
}

/** A field of any name, `__proto__` too. */
const put = (object: object, field: string, value: unknown): void => {
  if (field === '__proto__') Object.defineProperty(object, field, { value, enumerable: true, writable: true })
  else (object as { [field: string]: unknown })[field] = value
}
