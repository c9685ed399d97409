import type { Kysely } from 'kysely'

/** Columns that both engines know: text, integers. JSON is kept as text; booleans as 0 and 1. */
export type Tables = {
  meta: { key: string; value: string }
  books: { id: string; title: string; kind: string; position: number; head: number; digest: string }
  entries: {
    book: string
    seq: number
    id: string
    hash: string
    stamp: string
    device: string
    n: number
    subject: string
    kind: string
    /** Canonical JSON without seq and stamp. */
    text: string
    arrived: number
    /** The book's digest at this seq. */
    digest: string
  }
  /** What was handed in and can't be accepted: raw, durable, until somebody admits or dismisses it. */
  held: {
    id: string
    entry: string | null
    hash: string
    device: string
    person: string
    n: number | null
    code: string
    detail: string
    raw: string
    arrived: number
    outcome: string | null
    reason: string | null
    told: number
  }
  /** Counters of a device beyond its `upTo`: what came before a gap was filled. */
  ahead: { device: string; n: number }
  devices: {
    id: string
    name: string
    model: string
    publicKey: string
    person: string
    personName: string
    role: string
    books: string
    confirmed: number
    revokedAt: number | null
    wipe: number
    /** 1 once role or books changed: the certificate goes along with every answer from then on. */
    changed: number
    issued: string
    lastSeen: number | null
    upTo: number
    lastClamped: string | null
    codeHash: string | null
    /** As last signed; null: to be made anew. */
    certificate: string | null
  }
  invites: {
    codeHash: string
    person: string
    personName: string
    role: string
    books: string
    expires: number
    usedBy: string | null
  }
  nonces: { device: string; nonce: string; ts: number }
  audit: { id: number; at: number; what: string; who: string | null; detail: string }
  photos: {
    sha256: string
    bytes: number
    mime: string
    width: number
    height: number
    device: string
    arrived: number
    quarantine: number
  }
  /** Which book names a picture, and as what: who may read the book may read it. */
  pictureNames: { sha256: string; book: string; entry: string; tier: string }
  /** What was answered to a bundle, by its file's digest: brought again, it gets the same answer. */
  bundles: { digest: string; device: string; carrier: string; arrived: number; answer: string }
  /** Pictures and bundles on their way; a bundle's `tier` says so, its `sha256` is the digest it was announced by. */
  uploads: { id: string; device: string; photo: string; sha256: string; tier: string; length: number; expires: number }
}

export type Db = Kysely<Tables>

/** Brings a database to today's shape; each step runs once, in order, in the caller's transaction. */
export const migrations: readonly ((db: Db) => Promise<void>)[] = [
  async ({ schema }) => {
    await schema
      .createTable('books')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('title', 'text', notNull)
      .addColumn('kind', 'text', notNull)
      .addColumn('position', 'integer', notNull)
      .addColumn('head', 'integer', notNull)
      .addColumn('digest', 'text', notNull)
      .execute()
    await schema
      .createTable('entries')
      .addColumn('book', 'text', notNull)
      .addColumn('seq', 'integer', notNull)
      .addColumn('id', 'text', (c) => c.notNull().unique())
      .addColumn('hash', 'text', notNull)
      .addColumn('stamp', 'text', notNull)
      .addColumn('device', 'text', notNull)
      .addColumn('n', 'bigint', notNull)
      .addColumn('subject', 'text', notNull)
      .addColumn('kind', 'text', notNull)
      .addColumn('text', 'text', notNull)
      .addColumn('arrived', 'bigint', notNull)
      .addColumn('digest', 'text', notNull)
      .addPrimaryKeyConstraint('entries_key', ['book', 'seq'])
      .execute()
    await schema.createIndex('entries_by_counter').on('entries').columns(['device', 'n']).execute()
    await schema
      .createTable('held')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('entry', 'text')
      .addColumn('hash', 'text', notNull)
      .addColumn('device', 'text', notNull)
      .addColumn('person', 'text', notNull)
      .addColumn('n', 'bigint')
      .addColumn('code', 'text', notNull)
      .addColumn('detail', 'text', notNull)
      .addColumn('raw', 'text', notNull)
      .addColumn('arrived', 'bigint', notNull)
      .addColumn('outcome', 'text')
      .addColumn('reason', 'text')
      .addColumn('told', 'integer', notNull)
      .execute()
    await schema.createIndex('held_by_entry').on('held').columns(['device', 'entry', 'hash']).execute()
    await schema
      .createTable('ahead')
      .addColumn('device', 'text', notNull)
      .addColumn('n', 'bigint', notNull)
      .addPrimaryKeyConstraint('ahead_key', ['device', 'n'])
      .execute()
    await schema
      .createTable('devices')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('name', 'text', notNull)
      .addColumn('model', 'text', notNull)
      .addColumn('publicKey', 'text', notNull)
      .addColumn('person', 'text', notNull)
      .addColumn('personName', 'text', notNull)
      .addColumn('role', 'text', notNull)
      .addColumn('books', 'text', notNull)
      .addColumn('confirmed', 'integer', notNull)
      .addColumn('revokedAt', 'bigint')
      .addColumn('wipe', 'integer', notNull)
      .addColumn('changed', 'integer', notNull)
      .addColumn('issued', 'text', notNull)
      .addColumn('lastSeen', 'bigint')
      .addColumn('upTo', 'bigint', notNull)
      .addColumn('lastClamped', 'text')
      .addColumn('codeHash', 'text')
      .addColumn('certificate', 'text')
      .execute()
    await schema
      .createTable('invites')
      .addColumn('codeHash', 'text', (c) => c.primaryKey())
      .addColumn('person', 'text', notNull)
      .addColumn('personName', 'text', notNull)
      .addColumn('role', 'text', notNull)
      .addColumn('books', 'text', notNull)
      .addColumn('expires', 'bigint', notNull)
      .addColumn('usedBy', 'text')
      .execute()
    await schema
      .createTable('nonces')
      .addColumn('device', 'text', notNull)
      .addColumn('nonce', 'text', notNull)
      .addColumn('ts', 'bigint', notNull)
      .addPrimaryKeyConstraint('nonces_key', ['device', 'nonce'])
      .execute()
    await schema.createIndex('nonces_by_time').on('nonces').column('ts').execute()
    await schema
      .createTable('audit')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('at', 'bigint', notNull)
      .addColumn('what', 'text', notNull)
      .addColumn('who', 'text')
      .addColumn('detail', 'text', notNull)
      .execute()
    await schema
      .createTable('photos')
      .addColumn('sha256', 'text', (c) => c.primaryKey())
      .addColumn('bytes', 'integer', notNull)
      .addColumn('mime', 'text', notNull)
      .addColumn('width', 'integer', notNull)
      .addColumn('height', 'integer', notNull)
      .addColumn('device', 'text', notNull)
      .addColumn('arrived', 'bigint', notNull)
      .addColumn('quarantine', 'integer', notNull)
      .execute()
    await schema
      .createTable('pictureNames')
      .addColumn('sha256', 'text', notNull)
      .addColumn('book', 'text', notNull)
      .addColumn('entry', 'text', notNull)
      .addColumn('tier', 'text', notNull)
      .addPrimaryKeyConstraint('picture_names_key', ['sha256', 'book', 'entry', 'tier'])
      .execute()
    await schema
      .createTable('uploads')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('device', 'text', notNull)
      .addColumn('photo', 'text', notNull)
      .addColumn('sha256', 'text', notNull)
      .addColumn('tier', 'text', notNull)
      .addColumn('length', 'integer', notNull)
      .addColumn('expires', 'bigint', notNull)
      .execute()
  },
  // Each entry handed in asks whether its counter is held already; a phone may have thousands in quarantine.
  async ({ schema }) => {
    await schema.createIndex('held_by_counter').on('held').columns(['device', 'n']).execute()
  },
  async ({ schema }) => {
    await schema
      .createTable('bundles')
      .addColumn('digest', 'text', (c) => c.primaryKey())
      .addColumn('device', 'text', notNull)
      .addColumn('carrier', 'text', notNull)
      .addColumn('arrived', 'bigint', notNull)
      .addColumn('answer', 'text', notNull)
      .execute()
  },
]

const notNull = <Column extends { notNull(): Column }>(column: Column): Column => column.notNull()
