import { emptyBookState, foldEntries } from '../../src/domain/book/bookState.ts'
import type { FoldedEntry } from '../../src/domain/entries/entry.ts'
import { likelyPairs } from '../../src/domain/likeness/likelyPairs.ts'
import { householdRows } from '../../src/domain/lists/householdRows.ts'
import { aRegistration, aVillage } from './aHousehold.ts'
import { chanceOf } from './chance.ts'
import { say } from './report.ts'

/** Finding households that may be one in a book of 20,000: the first time, and after one of them changed. */
export const sayLikely = (households = 20_000): void => {
  const chance = chanceOf(households)
  const state = emptyBookState('b')
  const entry = (at: number, kind: string, subject: string, body: unknown): FoldedEntry => {
    const stamp = `${at.toString(16).padStart(12, '0')}-0000-aaaaaaaa`
    return {
      id: `e${at}`,
      book: 'b',
      kind,
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
  const bodies = Array.from({ length: households }, () => aRegistration(chance, aVillage(chance, households)))
  // One in a hundred was written down by two teams: the place a little off, the rest as heard.
  const twice = bodies.filter((_, at) => at % 100 === 0)
  foldEntries(
    state,
    [...bodies, ...twice].map((body, at) => entry(at + 1, 'household.registered', `h${at}`, body)),
  )
  householdRows(state)
  const [first, pairs] = timed(() => likelyPairs(state))
  foldEntries(state, [entry(90_000, 'household.amended', 'h7', { set: { members: { value: 5, base: null } } })])
  householdRows(state)
  const [again] = timed(() => likelyPairs(state))
  say(`households that may be one, of ${households}: found (${pairs.asked.length} pairs)`, first, 'ms')
  say(`households that may be one, of ${households}: after one changed`, again, 'ms')
}

const timed = <Found>(find: () => Found): [number, Found] => {
  const began = performance.now()
  const found = find()
  return [performance.now() - began, found]
}

if (import.meta.main) sayLikely()
