import Dexie, { type EntityTable, type Table } from 'dexie'
import type { Entry } from '../../domain/entries/entry.ts'
import type { Role } from '../../domain/entries/mayWrite.ts'
import type { KeptList } from './listRows.ts'
import type { PackPiece, PackRow } from './packRows.ts'
import type { PhotoBytesRow, PhotoRow, SeenPicture } from './photoRows.ts'

export type BookRef = { id: string; title: string }

/** Who this phone is to its endpoint. The private key can't be taken out of it. */
export type Enrolment = {
  device: string
  person: { id: string; name: string }
  role: Role
  books: BookRef[]
  epoch: string
  receiptKey: JsonWebKey
  /** What sealed files are sealed to; a phone of the first version has none until it enrols anew. */
  bundleKey?: JsonWebKey
  certificate: unknown
  keys: CryptoKeyPair
}

/** Where an entry of this device stands. `handed-in` only by a valid receipt [I2]. */
export type Delivery =
  /** `stamp`: what it once got from an endpoint that was restored since. */
  | { at: 'waiting'; stamp?: string }
  | { at: 'handed-in'; seq: number; stamp: string; ms: number }
  | { at: 'held'; code: string; detail: string }
  | { at: 'refused'; code: string }

export type OwnEntry = { n: number; id: string; state: Delivery['at']; delivery: Delivery; entry: Entry }

/**
 * A whole page with the endpoint's seal over it. `entries`: as one text, or in columns as they came (`entriesOf` reads
 * both). `returned`: what a restored endpoint said when the page was given back to it: `taken`, or why not.
 */
export type StoredPage = {
  book: string
  from: number
  to: number
  epoch: string
  seal: string
  entries: string | ArrayBuffer
  /** Its seal has not been asked for yet: the book's digest after it, as the endpoint said. */
  unproven?: string
  returned?: string
}

/** How far a book is held, and this phone's own digest of it there [I6]. */
export type BookCursor = {
  book: string
  title: string
  seq: number
  /** Up to `proven`, where that is said; else up to `seq`. */
  digest: string
  /** Pages behind this seq came in an answer that the endpoint signed; their own seals are asked for when it is quiet. */
  proven?: number
  pulledMs: number
  /** Grows when the book's pages were swapped for fresh ones: what was folded from the old ones is folded anew. */
  generation?: number
  /** Why it is being pulled afresh, beside the pages held, and when that began. */
  afresh?: 'digest' | 'other-epoch' | null
  afreshMs?: number
}

/** How far a fresh copy of a book has come, beside the one that is held [L7]. */
export type FreshCopy = {
  book: string
  title: string
  seq: number
  digest: string
  /** Up to the endpoint's head, with an equal digest. */
  whole: boolean
  /** Not asked for before then, after a copy that came out wrong. */
  notBeforeMs: number
}

export type DraftRow = { key: string; form: unknown; step: number; savedMs: number }

/** The phone's tables. Drafts, entries and pages are each written in one strict transaction [I1]. */
export type Database = Dexie & {
  meta: Table<unknown, string>
  own: EntityTable<OwnEntry, 'n'>
  pages: Table<StoredPage, [string, number]>
  cursors: EntityTable<BookCursor, 'book'>
  drafts: EntityTable<DraftRow, 'key'>
  photos: EntityTable<PhotoRow, 'photo'>
  photoBytes: Table<PhotoBytesRow, [string, number]>
  seenPictures: EntityTable<SeenPicture, 'sha256'>
  fresh: EntityTable<FreshCopy, 'book'>
  freshPages: Table<StoredPage, [string, number]>
  /** Others' sealed pages that a restored endpoint would not take: kept, in no book. */
  keptAside: Table<StoredPage, [string, string, number]>
  /** Bytes held back so that entries still fit on a full phone [L8]. */
  reserve: Table<ArrayBuffer, number>
  /** Rows as they were last made of a book's pages and own entries: a copy, never the truth [R-open-01]. */
  lists: EntityTable<KeptList, 'book'>
  packs: EntityTable<PackRow, 'file'>
  /** Bytes of packs where the browser has no files of its own to keep them in. */
  packBytes: Table<PackPiece, [string, number]>
}

/** The phone's own; tests have others. */
export const databaseName = 'mai-am'

export const openDatabase = (name = databaseName): Database => {
  // [I1] strict: a transaction is complete when it is on the disk, not when it is on its way there.
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' }) as Database
  // Nobody here asks live questions: without what serves them no write reads what stood there before, or tells other tabs.
  for (const unasked of ['Observability', 'Cache']) database.unuse({ stack: 'dbcore', name: unasked })
  database.version(1).stores({
    meta: '',
    own: 'n, &id, state',
    pages: '[book+from], book',
    cursors: 'book',
    drafts: 'key',
  })
  database.version(2).stores({
    photos: 'photo, state, draft',
    photoBytes: '[sha256+piece], sha256',
    seenPictures: 'sha256, usedMs',
    fresh: 'book',
    freshPages: '[book+from], book',
    keptAside: '[epoch+book+from], book',
    reserve: '',
  })
  database.version(3).stores({ lists: 'book' })
  database.version(4).stores({ packs: 'file, id', packBytes: '[file+from], file' })
  // Pages may lie in columns, which an older app can't read.
  database.version(5).stores({})
  return database
}

export const readEnrolment = async (database: Database): Promise<Enrolment | null> =>
  ((await database.meta.get('enrolment')) as Enrolment | undefined) ?? null

/** Who writes entries here: of the enrolment what each save reads, without its keys, which take a ms to read. */
export type Writer = { device: string; person: string }

export const writeEnrolment = async (database: Database, enrolment: Enrolment): Promise<void> => {
  const writer: Writer = { device: enrolment.device, person: enrolment.person.id }
  await database.meta.bulkPut([enrolment, writer], ['enrolment', 'writer'])
}
