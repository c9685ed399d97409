import * as z from 'zod/mini'
import { digestText, emptyDigest } from '../../domain/book/digest.ts'
import type { AreaDeclared } from '../../domain/entries/districtBodies.ts'
import { firstChecklist } from '../../domain/foundation/firstChecklist.ts'
import { bookId, day } from '../../wire/shapes.ts'
import { uuid7 } from '../accept/uuid7.ts'
import { writeOwnEntry } from '../accept/writeOwnEntry.ts'
import { audit } from '../books/audit.ts'
import type { Db } from '../books/tables.ts'
import type { EndpointKeys } from '../keys/endpointKeys.ts'

/** FILE.json of `init`: communes (each a book unless `book` is false) and, where known, villages with their parent. */
export const areasFile = z.array(
  z.object({
    id: bookId,
    title: z.string().check(z.minLength(1), z.maxLength(200)),
    level: z.enum(['commune', 'village']),
    word: z.optional(z.string()),
    parent: z.optional(z.string()),
    border: z.optional(z.boolean()),
    from: z.optional(day),
    until: z.optional(day),
    centre: z.optional(z.tuple([z.number(), z.number()])),
    successor: z.optional(bookId),
    book: z.optional(z.boolean()),
  }),
)
export type AreasFile = z.infer<typeof areasFile>

/** Begins an empty district: its books, its areas and the first checklist. Throws where there is a district already. */
export const initDistrict = async (
  tx: Db,
  keys: EndpointKeys,
  { district, title, areas }: { district: string; title: string; areas: AreasFile },
  nowMs: number,
): Promise<void> => {
  const communes = areas.filter(({ level, book }) => level === 'commune' && book !== false)
  await beginBooks(tx, { district, title, communes })
  const declare = (body: AreaDeclared) =>
    writeOwnEntry(tx, keys, { book: district, kind: 'area.declared', subject: uuid7(nowMs), body }, nowMs)
  await declare({ area: district, title, level: 'district' })
  for (const { id, parent, ...area } of areas) {
    await declare(
      defined({ ...area, area: id, parent: parent ?? (area.level === 'commune' ? district : null) }) as AreaDeclared,
    )
  }
  await writeOwnEntry(
    tx,
    keys,
    { book: district, kind: 'checklist.published', subject: uuid7(nowMs), body: firstChecklist },
    nowMs,
  )
  await audit(tx, nowMs, 'district.begun', null, { district, books: communes.length + 1 })
}

/** The books of a district, empty: its own, and one for each commune. */
export const beginBooks = async (
  tx: Db,
  { district, title, communes }: { district: string; title: string; communes: AreasFile },
): Promise<void> => {
  const before = await tx.selectFrom('books').select('id').executeTakeFirst()
  if (before !== undefined) throw new Error('There is a district in this folder already.')
  if (!bookId.safeParse(district).success)
    throw new Error(`--district must be of small letters, digits and dashes: ${district}`)
  const books = [
    { id: district, title, kind: 'district' },
    ...communes.map((commune) => ({ id: commune.id, title: commune.title, kind: 'commune' })),
  ]
  if (new Set(books.map(({ id }) => id)).size !== books.length) throw new Error('Two areas have the same id.')
  const empty = { head: 0, digest: digestText(emptyDigest) }
  await tx
    .insertInto('books')
    .values(books.map((book, position) => ({ ...book, position, ...empty })))
    .execute()
}

const defined = (object: object): object =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))
