import type { Dwelling, HouseholdAmended, HouseholdFields } from '../../../domain/entries/communeBodies.ts'
import { changedFields, type Seen } from '../../../domain/household/changedFields.ts'
import type { Household } from '../../../domain/household/household.ts'
import { settling } from '../../../domain/household/settling.ts'
import type { Fix } from '../../../domain/place/fix.ts'
import type { Location } from '../../../domain/place/location.ts'

/** Fields that are typed, as text. */
export type Typed =
  | 'headName'
  | 'otherName'
  | 'spouseName'
  | 'birthYear'
  | 'spouseBirthYear'
  | 'members'
  | 'ethnicity'
  | 'language'
  | 'phone'
  | 'village'
  | 'landmark'
  | 'wayIn'
  | 'dwellingSince'
  | 'note'

/** `seen` stays as it stood when the form was begun, so that an amendment names what was truly on the screen. */
export type AmendForm = {
  typed: { [T in Typed]: string }
  dwelling: Dwelling | null
  oldHouseDown: boolean | null
  /** The house's place, taken here. */
  fix: Fix | null
  seen: Seen
  /** The entry chosen for a field that two people wrote differently. */
  chosen: { [field: string]: string }
}

const numbers: ReadonlySet<string> = new Set<Typed>(['birthYear', 'spouseBirthYear', 'members'])
const typedFields: readonly Typed[] = [
  'headName',
  'otherName',
  'spouseName',
  'birthYear',
  'spouseBirthYear',
  'members',
  'ethnicity',
  'language',
  'phone',
  'village',
  'landmark',
  'wayIn',
  'dwellingSince',
  'note',
]

export const startOf = ({ fields, bases }: Household): AmendForm => ({
  typed: Object.fromEntries(typedFields.map((field) => [field, String(fields[field] ?? '')])) as AmendForm['typed'],
  dwelling: fields.dwelling ?? null,
  oldHouseDown: fields.oldHouseDown ?? null,
  fix: null,
  seen: { fields: { ...fields }, bases: { ...bases } },
  chosen: {},
})

/**
 * What would be written now: only what changed, and what a person settled. `location`: the place, where it was found
 * here; looking for it in vain takes no known place away.
 */
export const amendmentOf = (
  form: AmendForm,
  { conflicts, bases }: Household,
  location: Location | null = null,
): HouseholdAmended => {
  const now: { [field: string]: unknown } = { dwelling: form.dwelling, oldHouseDown: form.oldHouseDown }
  if (location !== null && !('missing' in location)) now.location = location
  for (const field of typedFields) now[field] = fieldValue(field, form.typed[field])
  const settled = settling(conflicts, form.chosen, bases as { [field: string]: string })
  const set = { ...changedFields(form.seen, now), ...settled.set } as HouseholdAmended['set']
  return settled.settles.length === 0 ? { set } : { set, settles: settled.settles }
}

const fieldValue = (field: Typed, text: string): HouseholdFields[Typed] => {
  const typed = text.trim().normalize('NFC')
  if (typed === '') return null
  return numbers.has(field) ? Number(typed) : typed
}
