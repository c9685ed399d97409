import type { Refusal } from '../domain/entries/refusal.ts'
import { m } from './words/messages.js'

const words: { [code: string]: () => string } = {
  'name-missing': m.refusal_name_missing,
  'village-missing': m.refusal_village_missing,
  'birth-year': m.refusal_birth_year,
  'members-range': m.refusal_members_range,
  'phone-form': m.refusal_phone_form,
  'day-form': m.refusal_day_form,
  'met-who': m.refusal_met_who,
  'next-before': m.refusal_next_before,
  'mend-what': m.refusal_mend_what,
  'return-reason': m.refusal_return_reason,
  'own-check': m.refusal_own_check,
  'outcome-missing': m.refusal_outcome_missing,
  'not-saved': m.refusal_not_saved,
  'phone-full': m.refusal_phone_full,
  'photo-unreadable': m.refusal_photo_unreadable,
  'photo-no-room': m.refusal_photo_no_room,
}

/** What to say beside a field, or undefined where nothing is wrong with it. */
export const refusalFor = (refusals: readonly Refusal[], field: string): string | undefined => {
  const refusal = refusals.find((one) => one.field === field)
  return refusal && (words[refusal.code] ?? m.refusal_other)()
}
