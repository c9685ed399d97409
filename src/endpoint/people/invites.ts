import { randomInt } from 'node:crypto'
import type { PersonDeclared } from '../../domain/entries/districtBodies.ts'
import type { Role } from '../../domain/entries/mayWrite.ts'
import { uuid7 as uuid7Shape } from '../../wire/shapes.ts'
import { uuid7 } from '../accept/uuid7.ts'
import { writeOwnEntry } from '../accept/writeOwnEntry.ts'
import type { Db } from '../books/tables.ts'
import { districtBook } from '../devices/speaker.ts'
import type { EndpointKeys } from '../keys/endpointKeys.ts'
import { sha256Hex } from '../keys/sha256.ts'

export type Invite = { code: string; expires: string; person: { id: string; name: string } }

/** Letters that no hand or eye mistakes for another; 12 of them are 60 bits. */
const letters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
const codeLength = 12
const usualHours = 72

/** Bound to a person, a role and books, for a limited time, kept hashed; the person is declared in the district's book. */
export const invite = async (
  tx: Db,
  keys: EndpointKeys,
  {
    person,
    role,
    books,
    hours = usualHours,
  }: {
    person: { id?: string | undefined; name: string }
    role: Role
    books: readonly string[]
    hours?: number | undefined
  },
  nowMs: number,
): Promise<Invite> => {
  const code = Array.from({ length: codeLength }, () => letters[randomInt(letters.length)]).join('')
  const id = person.id ?? uuid7(nowMs)
  const expires = nowMs + hours * 3_600_000
  const { id: district } = await districtBook(tx)
  if (!(await isDeclared(tx, district, id, person.name))) {
    const body = { person: id, name: person.name }
    await writeOwnEntry(
      tx,
      keys,
      { book: district, kind: 'person.declared', subject: subjectOf(id, nowMs), body },
      nowMs,
    )
  }
  await tx
    .insertInto('invites')
    .values({
      codeHash: codeHash(code),
      person: id,
      personName: person.name,
      role,
      books: JSON.stringify(books),
      expires,
      usedBy: null,
    })
    .execute()
  return { code: spaced(code), expires: new Date(expires).toISOString(), person: { id, name: person.name } }
}

/** The person themself is the subject; an id of another form (of an older list) can't be one. */
const subjectOf = (person: string, nowMs: number): string =>
  uuid7Shape.safeParse(person).success ? person : uuid7(nowMs)

/** Whoever stands in the district's book by this name keeps what else is known of them there. */
const isDeclared = async (tx: Db, district: string, person: string, name: string): Promise<boolean> => {
  const rows = await tx
    .selectFrom('entries')
    .select('text')
    .where('book', '=', district)
    .where('kind', '=', 'person.declared')
    .orderBy('seq')
    .execute()
  const last = rows
    .map(({ text }) => (JSON.parse(text) as { body: PersonDeclared }).body)
    .findLast((body) => body.person === person)
  return last?.name === name
}

/** As typed by a hand: case, spaces and dashes don't matter. */
export const codeHash = (typed: string): string => sha256Hex(typed.toUpperCase().replace(/[^A-Z0-9]/g, ''))

const spaced = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')
