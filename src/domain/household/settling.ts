import type { SetFields } from './changedFields.ts'
import type { FieldConflict } from './household.ts'

/**
 * A person's word on fields that two people wrote differently: the value of the entry chosen, on top of the one that
 * stands now, and the names of all entries that this settles. `chosen` is the entry by field.
 */
export const settling = (
  conflicts: readonly FieldConflict[],
  chosen: { [field: string]: string },
  bases: { [field: string]: string | undefined },
): { set: SetFields; settles: string[] } => {
  const set: SetFields = {}
  const settles: string[] = []
  for (const { field, values } of conflicts) {
    const value = values.find(({ written }) => written.entry === chosen[field])
    if (value === undefined) continue
    set[field] = { value: value.value ?? null, base: bases[field] ?? null }
    settles.push(...values.map(({ written }) => written.entry))
  }
  return { set, settles: [...new Set(settles)] }
}
