import { emptyBookState, foldEntries } from '../../src/domain/book/bookState.ts'
import type { FoldedEntry } from '../../src/domain/entries/entry.ts'
import { likelyPairs } from '../../src/domain/likeness/likelyPairs.ts'
import { pairsAcross } from '../../src/domain/likeness/pairsAcross.ts'
import { householdRows } from '../../src/domain/lists/householdRows.ts'
import { aRegistration, aVillage } from './aHousehold.ts'
import { chanceOf } from './chance.ts'
import { say } from './report.ts'

const registered = (at: number, subject: string, body: unknown): FoldedEntry => {
  const stamp = `${at.toString(16).padStart(12, '0')}-0000-aaaaaaaa`
  return {
    id: `e${at}`,
    book: 'b',
    kind: 'household.registered',
    v: 1,
    subject,
    at: stamp,
    stamp,
    seq: at,
    device: 'd',
    person: 'p',
    n: at,
    body,
  }
}

/** Finding households that may be one in a book of 20,000: the first time, and after one of them changed. */
export const sayLikely = (households = 20_000): void => {
  const chance = chanceOf(households)
  const state = emptyBookState('b')
  const bodies = Array.from({ length: households }, () => aRegistration(chance, aVillage(chance, households)))
  // One in a hundred was written down by two teams: the place a little off, the rest as heard.
  const twice = bodies.filter((_, at) => at % 100 === 0)
  foldEntries(
    state,
    [...bodies, ...twice].map((body, at) => registered(at + 1, `h${at}`, body)),
  )
  householdRows(state)
  const [first, pairs] = timed(() => likelyPairs(state))
  foldEntries(state, [
    { ...registered(90_000, 'h7', { set: { members: { value: 5, base: null } } }), kind: 'household.amended' },
  ])
  householdRows(state)
  const [again] = timed(() => likelyPairs(state))
  say(`households that may be one, of ${households}: found (${pairs.asked.length} pairs)`, first, 'ms')
  say(`households that may be one, of ${households}: after one changed`, again, 'ms')
}

/** The same over 21 communes' books, as an office holds them: within each book, and across them. */
export const sayAcross = (households = 20_000, books = 21): void => {
  const chance = chanceOf(households)
  const states = Array.from({ length: books }, (_, at) => emptyBookState(`b${at}`))
  const written = states.map((): FoldedEntry[] => [])
  const write = (book: number, subject: string, body: unknown): void => {
    const at = (written[book]?.length ?? 0) + 1
    written[book]?.push({ ...registered(at, subject, body), id: `e${book}-${at}`, book: `b${book}` })
  }
  for (let at = 0; at < households; at += 1) {
    const body = aRegistration(chance, aVillage(chance, households))
    write(at % books, `h${at}`, body)
    // One in a hundred moved, and was written down in the next commune's book too.
    if (at % 100 === 0) write((at + 1) % books, `m${at}`, { ...body, village: 'elsewhere' })
  }
  for (const [at, state] of states.entries()) {
    foldEntries(state, written[at] ?? [])
    householdRows(state)
  }
  const [within] = timed(() => states.map(likelyPairs))
  const [first, { asked }] = timed(() => pairsAcross(states))
  const [changed] = states
  if (changed !== undefined)
    foldEntries(changed, [
      { ...registered(90_000, 'h0', { set: { members: { value: 5, base: null } } }), kind: 'household.amended' },
    ])
  const [again] = timed(() => pairsAcross(states))
  say(`households that may be one, of ${households} in ${books} books: within each`, within, 'ms')
  say(
    `households that may be one, of ${households} in ${books} books: across them (${asked.length} pairs)`,
    first,
    'ms',
  )
  say(`households that may be one, of ${households} in ${books} books: after one changed`, again, 'ms')
}

const timed = <Found>(find: () => Found): [number, Found] => {
  const began = performance.now()
  const found = find()
  return [performance.now() - began, found]
}

if (import.meta.main) {
  sayLikely()
  sayAcross()
}
