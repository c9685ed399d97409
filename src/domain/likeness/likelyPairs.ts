import type { BookState } from '../book/bookState.ts'
import type { Household } from '../household/household.ts'
import { householdOf } from '../household/householdView.ts'
import { type HouseholdRow, householdRows } from '../lists/householdRows.ts'
import { blockKeys } from './blockKeys.ts'
import { type HouseholdFacts, householdFacts } from './householdFacts.ts'
import { type Likeness, likelyScore, likeness } from './likeness.ts'

/** Two households of one book that may be one; `a` has the smaller id. */
export type LikelyPair = { a: Household; b: Household; likeness: Likeness }

/** `asked`: what people should look at; `told`: what somebody looked at and found to be two. The likeliest first. */
export type LikelyPairs = { asked: readonly LikelyPair[]; told: readonly LikelyPair[] }

/**
 * Households of a book that may be one. Only who changed since it was asked last is compared anew, and only with those
 * under the same keys.
 */
export const likelyPairs = (state: BookState): LikelyPairs => keptOf(state).list

/** Who stands on a book's lists, with what they are known by, as kept from change to change. */
export const knownIn = (state: BookState): ReadonlyMap<string, Known> => keptOf(state).known

const keptOf = (state: BookState): Kept => {
  let kept = keptPairs.get(state)
  if (kept === undefined) {
    kept = { rows: null, known: new Map(), blocks: new Map(), pairs: new Map(), list: { asked: [], told: [] } }
    keptPairs.set(state, kept)
  }
  const rows = householdRows(state)
  if (kept.rows === rows) return kept
  kept.rows = rows
  const listed = new Set<string>()
  const changed: Household[] = []
  for (const { id } of rows) {
    const household = householdOf(state, id)
    if (household === undefined) continue
    listed.add(id)
    if (kept.known.get(id)?.household !== household) changed.push(household)
  }
  const gone = [...kept.known.keys()].filter((id) => !listed.has(id))
  if (changed.length + gone.length === 0) return kept
  for (const id of [...gone, ...changed.map(({ id }) => id)]) forget(kept, id)
  for (const household of changed) take(kept, household)
  kept.list = listOf(kept)
  return kept
}

/** `keys`: the one of husband and wife, if any, is the last. */
export type Known = { household: Household; facts: HouseholdFacts; keys: string[] }
type Kept = {
  /** The list that was looked at last: another object after any change of a household. */
  rows: readonly HouseholdRow[] | null
  readonly known: Map<string, Known>
  readonly blocks: Map<string, Set<string>>
  /** By the first of the two ids, then the other. */
  readonly pairs: Map<string, Map<string, Likeness>>
  list: LikelyPairs
}

const keptPairs = new WeakMap<BookState, Kept>()

const forget = ({ known, blocks, pairs }: Kept, id: string): void => {
  for (const key of known.get(id)?.keys ?? []) {
    const block = blocks.get(key)
    block?.delete(id)
    if (block?.size === 0) blocks.delete(key)
  }
  known.delete(id)
  for (const other of pairs.get(id)?.keys() ?? []) pairs.get(other)?.delete(id)
  pairs.delete(id)
}

const take = (kept: Kept, household: Household): void => {
  const facts = householdFacts(household.fields, household.book)
  const keys = blockKeys(facts)
  const compared = new Set<string>()
  for (const key of keys) {
    const block = kept.blocks.get(key)
    if (block === undefined) {
      kept.blocks.set(key, new Set([household.id]))
      continue
    }
    for (const id of block) {
      if (compared.has(id)) continue
      compared.add(id)
      const other = kept.known.get(id)
      const found = other === undefined ? null : likeness(facts, other.facts)
      if (other === undefined || found === null || found.score < likelyScore) continue
      noteBoth(kept, household.id, other.household.id, found)
    }
    block.add(household.id)
  }
  kept.known.set(household.id, { household, facts, keys })
}

const noteBoth = ({ pairs }: Kept, a: string, b: string, found: Likeness): void => {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const held = pairs.get(one)
    if (held === undefined) pairs.set(one, new Map([[other, found]]))
    else held.set(other, found)
  }
}

const listOf = ({ known, pairs }: Kept): LikelyPairs => {
  const [asked, told]: [LikelyPair[], LikelyPair[]] = [[], []]
  for (const [id, others] of pairs) {
    for (const [other, found] of others) {
      const [a, b] = [known.get(id)?.household, known.get(other)?.household]
      if (a === undefined || b === undefined || a.id > b.id) continue
      const list = toldApart(a, b) ? told : asked
      list.push({ a, b, likeness: found })
    }
  }
  return { asked: asked.sort(likeliestFirst), told: told.sort(likeliestFirst) }
}

export const likeliestFirst = (x: LikelyPair, y: LikelyPair): number =>
  y.likeness.score - x.likeness.score || (`${x.a.id} ${x.b.id}` < `${y.a.id} ${y.b.id}` ? -1 : 1)

/** Somebody looked at both and found two: kept with either. */
export const toldApart = (a: Household, b: Household): boolean =>
  a.different.some(({ household }) => household === b.id) || b.different.some(({ household }) => household === a.id)
