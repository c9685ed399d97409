import type { FoldedEntry } from '../entries/entry.ts'

/**
 * A book in memory: each subject's history, ordered by (stamp, id). Views are computed from a history when somebody
 * looks and kept until that subject is touched, so any order of arrival gives the same state [I5].
 */
export type BookState = {
  readonly book: string
  /** Grows with every change: screens compare it to know whether to look again. */
  version: number
  readonly histories: Map<string, FoldedEntry[]>
  /** Where each entry stands: its subject. */
  readonly subjects: Map<string, string>
  /** Subjects by the kind that began them, in no order. */
  readonly households: Set<string>
  readonly builds: Set<string>
  readonly stations: Set<string>
  /** Builds by the household or station they are for. */
  readonly buildsFor: Map<string, Set<string>>
  /** The other way: whom a build was ever planned for. */
  readonly ownersOf: Map<string, Set<string>>
  /** Households that were ever merged into this one; whether they still are, their own views say. */
  readonly mergedFrom: Map<string, Set<string>>
  /** For each picture, the subjects that show it. */
  readonly pictures: Map<string, Set<string>>
  /** Subjects changed since the list's rows were last made; `householdRows` takes them out. */
  readonly touched: Set<string>
  readonly views: Map<string, Map<string, unknown>>
}

export const emptyBookState = (book: string): BookState => ({
  book,
  version: 0,
  histories: new Map(),
  subjects: new Map(),
  households: new Set(),
  builds: new Set(),
  stations: new Set(),
  buildsFor: new Map(),
  ownersOf: new Map(),
  mergedFrom: new Map(),
  pictures: new Map(),
  touched: new Set(),
  views: new Map(),
})

/**
 * Takes entries in, any number of times in any order; one given again with another stamp or seq replaces the one held.
 * Returns the subjects that changed.
 */
export const foldEntries = (state: BookState, entries: Iterable<FoldedEntry>): ReadonlySet<string> => {
  const touched = new Set<string>()
  const unordered = new Set<string>()
  for (const entry of entries) {
    if (!take(state, entry, unordered)) continue
    touched.add(entry.subject)
    noteSubject(state, entry)
  }
  for (const subject of unordered) state.histories.get(subject)?.sort(byStamp)
  for (const subject of touched) {
    state.views.delete(subject)
    state.touched.add(subject)
  }
  if (touched.size > 0) state.version += 1
  return touched
}

/** As `foldEntries`; those up to seq `upTo` are what the list's rows were made of already, and touch none of them. */
export const foldBehind = (state: BookState, entries: readonly FoldedEntry[], upTo: number): void => {
  const isKnown = ({ seq }: FoldedEntry) => seq !== null && seq <= upTo
  const touched = [...state.touched]
  foldEntries(state, entries.filter(isKnown))
  state.touched.clear()
  for (const subject of touched) state.touched.add(subject)
  foldEntries(
    state,
    entries.filter((entry) => !isKnown(entry)),
  )
}

/** The entry as it stands in the book now. */
export const entryIn = (state: BookState | undefined, id: string): FoldedEntry | undefined =>
  state?.histories.get(state.subjects.get(id) ?? '')?.find((entry) => entry.id === id)

/** A view of one subject, computed once until the subject changes. */
export const viewOf = <V>(
  state: BookState,
  subject: string,
  name: string,
  compute: (history: readonly FoldedEntry[]) => V,
): V => {
  let views = state.views.get(subject)
  if (views === undefined) {
    views = new Map()
    state.views.set(subject, views)
  }
  if (!views.has(name)) views.set(name, compute(state.histories.get(subject) ?? []))
  return views.get(name) as V
}

export const byStamp = (a: { stamp: string; id: string }, b: { stamp: string; id: string }): number =>
  a.stamp < b.stamp ? -1 : a.stamp > b.stamp ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0

const take = (state: BookState, entry: FoldedEntry, unordered: Set<string>): boolean => {
  const held = state.subjects.get(entry.id)
  if (held !== undefined) {
    const history = state.histories.get(held) ?? []
    const at = history.findIndex(({ id }) => id === entry.id)
    const before = history[at]
    if (before !== undefined && before.stamp === entry.stamp && before.seq === entry.seq) return false
    history[at] = entry
    if (before?.stamp !== entry.stamp) unordered.add(held)
    return true
  }
  state.subjects.set(entry.id, entry.subject)
  const history = state.histories.get(entry.subject)
  if (history === undefined) state.histories.set(entry.subject, [entry])
  else {
    const last = history.at(-1)
    if (last !== undefined && byStamp(last, entry) > 0) unordered.add(entry.subject)
    history.push(entry)
  }
  return true
}

const noteSubject = (state: BookState, entry: FoldedEntry): void => {
  if (entry.kind === 'household.registered') state.households.add(entry.subject)
  if (entry.kind === 'station.registered') state.stations.add(entry.subject)
  if (entry.kind === 'household.merged') {
    const { into } = entry.body as { into?: unknown }
    if (typeof into === 'string') addTo(state.mergedFrom, into, entry.subject)
  }
  if (entry.kind === 'photo.taken') {
    const { sha256 } = entry.body as { sha256?: unknown }
    if (typeof sha256 === 'string') addTo(state.pictures, sha256, entry.subject)
  }
  if (entry.kind !== 'build.planned') return
  state.builds.add(entry.subject)
  const owner = plannedFor(entry.body)
  if (owner === null) return
  addTo(state.buildsFor, owner, entry.subject)
  addTo(state.ownersOf, entry.subject, owner)
}

const addTo = (index: Map<string, Set<string>>, key: string, one: string): void => {
  const held = index.get(key)
  if (held === undefined) index.set(key, new Set([one]))
  else held.add(one)
}

const plannedFor = (body: unknown): string | null => {
  const whom = (body as { for?: { household?: unknown; station?: unknown } } | null)?.for
  const id = whom?.household ?? whom?.station
  return typeof id === 'string' ? id : null
}
