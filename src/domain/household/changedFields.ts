import { canonicalJson } from '../book/canonicalJson.ts'

/** Fields as they stood when a person began to change them, each with the entry whose value was on the screen. */
export type Seen = { fields: { [field: string]: unknown }; bases: { [field: string]: string | undefined } }

export type SetFields = { [field: string]: { value: unknown; base: string | null } }

/** What an amendment sets: only what differs from what stood on the screen; an emptied field is null. */
export const changedFields = ({ fields, bases }: Seen, now: { [field: string]: unknown }): SetFields => {
  const set: SetFields = {}
  for (const [field, value] of Object.entries(now)) {
    if (canonicalJson(value ?? null) === canonicalJson(fields[field] ?? null)) continue
    set[field] = { value: value ?? null, base: bases[field] ?? null }
  }
  return set
}
