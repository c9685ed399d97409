import type { FoldedEntry } from '../entries/entry.ts'
import type { FieldConflict } from '../household/household.ts'
import { canonicalJson } from './canonicalJson.ts'
import { writtenBy } from './writtenBy.ts'

type Value = { value: unknown; entry: FoldedEntry; base: string | null }

/** Fields as they stand, the entry that each value comes from, and what two people wrote without knowing of each other. */
export type AmendedFields = {
  fields: { [field: string]: unknown }
  bases: { [field: string]: string }
  conflicts: FieldConflict[]
}

/**
 * Folds amendments per field: the greatest (stamp, id) wins. Where a value's predecessor in that order is not its
 * `base` and differs from it, both are kept as a conflict until an amendment names them in `settles`.
 * `begin` is the entry that began the subject (its body's fields are the first values); `history` is in order, unvoided.
 */
export const amendedFields = (
  begin: FoldedEntry,
  history: readonly FoldedEntry[],
  amendKind: string,
  notFields: readonly string[],
): AmendedFields => {
  // Most subjects were never amended, and a list asks for thousands of them at once.
  if (!history.some(({ kind }) => kind === amendKind)) return asBegun(begin, notFields)
  const values = new Map<string, Value[]>()
  for (const [field, value] of Object.entries((begin.body ?? {}) as object)) {
    if (!notFields.includes(field)) values.set(field, [{ value, entry: begin, base: null }])
  }
  const settled = new Set<string>()
  for (const entry of history) {
    if (entry.kind !== amendKind) continue
    const body = entry.body as {
      set?: { [field: string]: { value: unknown; base: string | null } }
      settles?: string[]
    }
    for (const [field, change] of Object.entries(body.set ?? {})) {
      const sofar = values.get(field) ?? []
      sofar.push({ value: change.value, entry, base: change.base ?? null })
      values.set(field, sofar)
    }
    for (const id of body.settles ?? []) settled.add(id)
  }
  return folded(values, settled)
}

const asBegun = (begin: FoldedEntry, notFields: readonly string[]): AmendedFields => {
  const fields: AmendedFields['fields'] = {}
  const bases: AmendedFields['bases'] = {}
  for (const [field, value] of Object.entries((begin.body ?? {}) as object)) {
    if (notFields.includes(field)) continue
    fields[field] = value
    bases[field] = begin.id
  }
  return { fields, bases, conflicts: [] }
}

const folded = (values: Map<string, Value[]>, settled: ReadonlySet<string>): AmendedFields => {
  const fields: AmendedFields['fields'] = {}
  const bases: AmendedFields['bases'] = {}
  const conflicts: FieldConflict[] = []
  for (const [field, line] of values) {
    const last = line.at(-1)
    if (last === undefined) continue
    fields[field] = last.value
    bases[field] = last.entry.id
    const open = openValues(line, settled)
    if (open.length > 1)
      conflicts.push({ field, values: open.map(({ value, entry }) => ({ value, written: writtenBy(entry) })) })
  }
  conflicts.sort((a, b) => (a.field < b.field ? -1 : 1))
  return { fields, bases, conflicts }
}

/** The values that people must choose between, greatest first; none when nothing is open. */
const openValues = (line: readonly Value[], settled: ReadonlySet<string>): Value[] => {
  const open = new Set<Value>()
  for (const [index, value] of line.entries()) {
    const before = line[index - 1]
    if (before === undefined || value.base === before.entry.id || same(value.value, before.value)) continue
    // Written on top of something older, without seeing `before`. Settled once somebody who saw both named both.
    if (settled.has(before.entry.id) && settled.has(value.entry.id)) continue
    open.add(before).add(value)
  }
  return line.filter((value) => open.has(value)).reverse()
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null)
