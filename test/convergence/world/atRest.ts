import { createHash } from 'node:crypto'
import { openStore } from '../../../src/app/store/openStore.ts'
import type { BookCursor } from '../../../src/app/store/tables.ts'
import { emptyBookState, foldEntries } from '../../../src/domain/book/bookState.ts'
import type { Entry, FoldedEntry } from '../../../src/domain/entries/entry.ts'
import { emptyDistrictState, foldDistrict } from '../../../src/domain/people/districtState.ts'
import { clockParts } from '../../../src/domain/time/hybridClock.ts'
import type { Tables } from '../../../src/endpoint/books/tables.ts'
import { pageEntries } from '../../support/pageEntries.ts'
import { alwaysTrue } from './alwaysTrue.ts'
import { bookText } from './bookText.ts'
import { handIn } from './happenings.ts'
import { scopeOf } from './heard.ts'
import { Handle } from './memoryTables.ts'
import type { Phone, Saved } from './phone.ts'
import { district } from './places.ts'
import { amendedAsTheContractSays } from './reference.ts'
import type { Lost, World } from './world.ts'
import { wrong } from './wrong.ts'

type Row = Tables['entries']

/** The roads are whole, nobody dies any more, the office confirms who came back: soon all must be at rest. */
export const comeToRest = async (world: World): Promise<void> => {
  const { road, house, phones, clock } = world
  road.roughness = -1
  while (road.underWay.length > 0) await road.arrive()
  const heard = new Map<Phone, string>()
  for (const phone of phones) phone.offline = false
  for (let round = 0; round < mostRounds; round += 1) {
    clock.nowMs += round < 4 ? 60_000 : 25 * 3_600_000
    await house.confirmAll()
    for (const phone of phones) {
      // Who heard all there is has nothing to ask.
      const now = await headsOf(world)
      if (phone.wiped || phone.gone || (heard.get(phone) === now && isStill(world, phone))) continue
      await handIn(world, phone)
      heard.set(phone, await headsOf(world))
    }
    await alwaysTrue(world)
    const now = await headsOf(world)
    if (phones.every((phone) => phone.wiped || phone.gone || (heard.get(phone) === now && isStill(world, phone))))
      return
  }
  const outcomes = phones.map((phone) => `${phone.name}: ${JSON.stringify(world.outcomes.get(phone))}`)
  wrong('I6', `no rest after ${mostRounds} rounds: ${outcomes.join('; ')}`)
}

const mostRounds = 12

const headsOf = async ({ house }: World): Promise<string> =>
  (await house.rows('books')).map(({ digest }) => digest).join(' ')

const isStill = ({ outcomes }: World, phone: Phone): boolean => {
  const outcome = outcomes.get(phone)
  if (outcome?.at === 'stopped') return outcome.why === 'revoked'
  const waits = phone.own.some(({ state }) => state === 'waiting') || phone.disk.rows('fresh').length > 0
  return outcome?.at === 'done' && !outcome.waitingForConfirmation && !waits
}

/** What must hold when every phone has handed in and heard all there is. */
export const atRest = async (world: World): Promise<void> => {
  const rows = (await world.house.rows('entries')).sort((a, b) =>
    a.book < b.book ? -1 : a.book > b.book ? 1 : a.seq - b.seq,
  )
  const held = await world.house.rows('held')
  await booksAreWhole(world, rows, new Set(held.flatMap((row) => (row.outcome === 'admitted' ? [row.entry] : []))))
  nothingWasLost(world, rows, held)
  restoredIsBack(world, rows, held)
  for (const phone of world.phones) {
    if (phone.wiped || phone.gone) continue
    const outcome = world.outcomes.get(phone)
    if (outcome?.at === 'stopped' && outcome.why === 'revoked') continue
    await phoneEqualsEndpoint(world, phone, rows)
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The contract's digest, written out once more. */
const digestOf = (lines: readonly { hash: string; stamp: string }[]): string => {
  let xor = 0n
  for (const { hash, stamp } of lines) xor ^= BigInt(`0x${sha256(hash + stamp).slice(0, 32)}`)
  return `${lines.length}:${xor.toString(16).padStart(32, '0')}`
}

/** Numbered without a gap, hashed as said, nothing twice, stamps no later than the clock or the arrival allows. */
const booksAreWhole = async (
  { house, happened, restores }: World,
  rows: readonly Row[],
  admitted: ReadonlySet<string | null>,
): Promise<void> => {
  const numbers = new Map<string, string>()
  const stamps = new Set<string>()
  for (const { id, head, digest } of await house.rows('books')) {
    const lines = rows.filter(({ book }) => book === id)
    if (lines.length !== head || lines.some(({ seq }, at) => seq !== at + 1))
      wrong('I6', `the numbers of ${id} have a gap`)
    if (digestOf(lines) !== digest) wrong('I6', `the endpoint's own digest of ${id} is wrong`)
  }
  for (const { id, hash, text, device, n, stamp, arrived } of rows) {
    if (sha256(text) !== hash) wrong('I9', `${id} was changed in the books`)
    const { at } = JSON.parse(text) as Entry
    // Two twins' entries may both stand where a person admitted one, or a page was given back, which is not judged again.
    const twin = numbers.get(`${device} ${n}`)
    if (twin !== undefined && restores === 0 && !admitted.has(id) && !admitted.has(twin))
      wrong('I5', `number ${n} of ${device} stands twice in the books`)
    numbers.set(`${device} ${n}`, id)
    if (stamps.has(stamp) && !happened.has('clone')) wrong('R-lost-03', `the stamp ${stamp} stands twice in the books`)
    stamps.add(stamp)
    const late = clockParts(stamp).ms > Number(arrived) + 10 * 60_000
    if (late || clockParts(stamp).ms > clockParts(at).ms) wrong('R-lost-03', `the stamp of ${id} is later than may be`)
  }
}

/** Every saved entry stands in its book, or is held, or says on its phone why it could not be read. */
const nothingWasLost = (world: World, rows: readonly Row[], held: readonly Tables['held'][]): void => {
  const there = new Map(rows.map((row) => [row.id, row]))
  for (const phone of world.phones.filter(({ gone }) => !gone))
    for (const one of phone.saved.values()) {
      const row = there.get(one.id)
      if (row !== undefined && row.text === one.text) {
        // What folds can be admitted by a person's word, though nobody may write it; after a restore a given-back page may
        // be all that is left of that word.
        const admitted =
          world.restores > 0 || held.some(({ entry, outcome }) => entry === one.id && outcome === 'admitted')
        if (one.due === 'unreadable' || (one.due === 'invalid' && !admitted))
          wrong('I7', `${one.id} was accepted and is ${one.due}`)
        continue
      }
      const kept = held.find(
        ({ device, entry, raw }) => device === one.entry.device && entry === one.id && raw === one.text,
      )
      if (kept !== undefined) mayBeHeld(world, one, kept)
      else if (phone.wiped ? one.due !== 'unreadable' && !mayBeGone(world, one) : !isSaidThere(phone, one))
        wrong('I4', `${one.id} (${one.entry.kind} of ${phone.name}) is nowhere`)
    }
}

/** Kept on its phone, where a person sees why: nobody could read it, or the office dismissed it before a restore. */
const isSaidThere = (phone: Phone, { id, due }: Saved): boolean => {
  const delivery = phone.own.find((row) => row.id === id)?.delivery
  return delivery?.at === 'held' ? delivery.code === 'dismissed' : delivery?.at === 'refused' && due === 'unreadable'
}

/** A wiped phone's entries went with an endpoint that was lost, and nobody held them. */
const mayBeGone = ({ lost, restores, happened }: World, { id }: Saved): boolean =>
  restores > 0 && (happened.has('scope') || happened.has('revoke') || lost.get(id)?.held.length === 0)

/** [I7, I9] Held only for a reason that there is: never because the endpoint does not know a kind or a field. */
const mayBeHeld = ({ happened }: World, { id, due, phone, entry }: Saved, { code, detail }: Tables['held']): void => {
  const may = new Set<string>([due, 'not-your-book'])
  if (entry.book === district || due === 'not-your-role') may.add('not-your-role')
  if (happened.has('revoke')) may.add('revoked')
  if (happened.has('clone')) may.add('forked')
  if (!may.has(code))
    wrong('I7', `${id} (${entry.kind}) of ${phone.name} is held ${code} (${detail}) and was due ${due}`)
}

/** [I6] What a lost endpoint had comes back with the stamp it had, from its author or from whoever read it. */
const restoredIsBack = ({ lost, happened }: World, rows: readonly Row[], aside: readonly Tables['held'][]): void => {
  const held = new Set(aside.map(({ entry }) => entry))
  const judgedAnew = happened.has('scope') || happened.has('revoke') || happened.has('clone')
  const there = new Map(rows.map((row) => [row.id, row]))
  for (const [id, one] of lost) {
    const row = there.get(id)
    if (!one.held.some(({ gone }) => !gone)) continue
    if (row !== undefined ? row.hash !== one.hash : !judgedAnew && !isJudgedAnew(one, held.has(id)))
      wrong('I6', `${id} was lost with the endpoint, and ${one.held[0]?.name} had it`)
    if (row !== undefined && row.stamp > one.stamp && !mayBeLater(one, happened.has('clone') || held.has(id)))
      wrong('I6', `${id} came back with a later stamp`)
  }
}

/** What a person had admitted waits for a person's word again, where no page tells of the first one. */
const isJudgedAnew = ({ admitted, paged }: Lost, held: boolean): boolean =>
  admitted && held && !paged.some(({ gone }) => !gone)

/** Its author never heard of the stamp and came first; or it was held meanwhile, and its time is that of a word. */
const mayBeLater = ({ author, knew }: Lost, admittedSince: boolean): boolean =>
  admittedSince || !knew.some(({ gone }) => !gone) || (author?.gone === false && !knew.includes(author))

/** [I5, I6, I8] Pages, digests and folded books of a phone are those of the endpoint, and of no other books. */
const phoneEqualsEndpoint = async (world: World, phone: Phone, rows: readonly Row[]): Promise<void> => {
  const scope = [...(await scopeOf(world, phone.enrolment?.device ?? ''))].sort()
  const cursors = phone.disk.rows<BookCursor>('cursors')
  const books = cursors.map(({ book }) => book).sort()
  if (books.join(' ') !== scope.join(' '))
    wrong('I8', `${phone.name} holds ${books.join(' ')} and may read ${scope.join(' ')}`)
  if (phone.pages.some(({ book }) => !scope.includes(book))) wrong('I8', `${phone.name} holds pages out of its scope`)
  for (const { book, seq, digest } of cursors) {
    const lines = rows.filter((row) => row.book === book)
    if (seq !== lines.length || digest !== digestOf(lines)) wrong('I6', `${phone.name} says ${digest} of ${book}`)
    const pages = phone.pages.filter((page) => page.book === book)
    const pulled = pages.flatMap(pageEntries)
    const texts = pulled.map(({ id, seq, stamp }) => `${seq} ${id} ${stamp}`).join()
    if (texts !== lines.map(({ id, seq, stamp }) => `${seq} ${id} ${stamp}`).join())
      wrong('I6', `${book} on ${phone.name} is another`)
  }
  await foldedAlike(world, phone, rows, scope)
}

const foldedAlike = async (
  world: World,
  phone: Phone,
  rows: readonly Row[],
  scope: readonly string[],
): Promise<void> => {
  const fresh = await openStore(new Handle(phone.disk).asDatabase(), phone.device)
  await phone.store?.settled()
  const aside = phone.own
    .filter(({ state }) => state !== 'handed-in')
    .map(({ entry }): FoldedEntry => ({ ...entry, seq: null, stamp: entry.at }))
  for (const book of scope) {
    // What came back in a page stands by its number there, whatever its phone says of it.
    const own = aside.filter((entry) => entry.book === book && !rows.some(({ id }) => id === entry.id))
    const lines = rows
      .filter((row) => row.book === book)
      .map((row): FoldedEntry => ({ ...(JSON.parse(row.text) as Entry), seq: row.seq, stamp: row.stamp }))
    const expected = bookText(folded(book, shuffled(world, [...own, ...lines, ...own, ...lines.slice(0, 9)])))
    const stores = phone.store === null ? [fresh] : [fresh, phone.store]
    for (const store of stores) {
      const state = book === district ? store.district : store.books.get(book)
      const how = store === fresh ? 'opened anew' : 'as it lived'
      if (bookText(state ?? folded(book, [])) !== expected)
        wrong('I5', `${book} is folded otherwise on ${phone.name}, ${how}`)
      if (book !== district && state !== undefined) amendedAsTheContractSays(state as never, [...lines, ...own])
    }
  }
  fresh.close()
}

const folded = (book: string, entries: readonly FoldedEntry[]) => {
  if (book === district) {
    const state = emptyDistrictState(book)
    foldDistrict(state, entries)
    return state
  }
  const state = emptyBookState(book)
  for (const entry of entries) foldEntries(state, [entry])
  return state
}

const shuffled = <One>({ chance }: World, list: readonly One[]): One[] => {
  const mixed = [...list]
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = chance.below(at + 1)
    ;[mixed[at], mixed[other]] = [mixed[other] as One, mixed[at] as One]
  }
  return mixed
}
