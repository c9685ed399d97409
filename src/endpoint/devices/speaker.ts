import type { Role } from '../../domain/entries/mayWrite.ts'
import type { PublicJwk } from '../../wire/shapes.ts'
import { saidOnce } from '../books/saidOnce.ts'
import type { Db, Tables } from '../books/tables.ts'

export type BookRef = { id: string; title: string }

/** The device that speaks, with its person, role and the books it may read now. */
export type Speaker = {
  readonly id: string
  readonly publicKey: PublicJwk
  readonly person: { readonly id: string; readonly name: string }
  readonly role: Role
  /** The district's book first; every device reads it. */
  readonly books: readonly BookRef[]
  readonly district: string
  readonly confirmed: boolean
  readonly revoked: boolean
  readonly wipe: boolean
  readonly changed: boolean
  readonly issued: string
}

export const readSpeaker = async (db: Db, id: string): Promise<Speaker | null> => {
  const [row] = await deviceRow(db, id)
  return row === undefined ? null : speakerOf(db, row)
}

const deviceRow = saidOnce((db, id: string) => db.selectFrom('devices').selectAll().where('id', '=', id))

export const speakerOf = async (db: Db, row: Tables['devices']): Promise<Speaker> => {
  const all = await allBooks(db)
  const district = all.find(({ kind }) => kind === 'district')
  if (district === undefined) throw new Error('there is no district’s book')
  const books = scopeOf(all, row.role as Role, JSON.parse(row.books) as string[])
  return {
    id: row.id,
    publicKey: JSON.parse(row.publicKey) as PublicJwk,
    person: { id: row.person, name: row.personName },
    role: row.role as Role,
    books,
    district: district.id,
    confirmed: row.confirmed === 1,
    revoked: row.revokedAt !== null,
    wipe: row.wipe === 1,
    changed: row.changed === 1,
    issued: row.issued,
  }
}

/**
 * The books that a role with these books may read, the district's first: office and admin read all; others theirs, in the
 * order in which they were given, so that a phone brings its own commune before those beside it.
 */
const scopeOf = (all: readonly (BookRef & { kind: string })[], role: Role, books: readonly string[]): BookRef[] => {
  const everyBook = role === 'district' || role === 'admin'
  const district = all.filter(({ kind }) => kind === 'district')
  const communes = everyBook
    ? all.filter(({ kind }) => kind !== 'district')
    : [...new Set(books)].flatMap((id) => all.filter((book) => book.id === id && book.kind !== 'district'))
  return [...district, ...communes].map(({ id, title }) => ({ id, title }))
}

const allBooks = saidOnce((db) => db.selectFrom('books').select(['id', 'title', 'kind']).orderBy('position'))

/** The district's own book; it comes first in every list. */
export const districtBook = async (db: Db): Promise<BookRef> =>
  db.selectFrom('books').select(['id', 'title']).where('kind', '=', 'district').executeTakeFirstOrThrow()
