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
  'since-after': m.refusal_since_after,
  'mend-what': m.refusal_mend_what,
  'declined-reason': m.refusal_declined_reason,
  'proxy-name': m.refusal_proxy_name,
  'strokes-missing': m.refusal_strokes_missing,
  'proxy-relation': m.refusal_proxy_relation,
  'proxy-other': m.refusal_proxy_other,
  'witness-other': m.refusal_witness_other,
  'fingerprint-strokes': m.refusal_fingerprint_strokes,
  'measured-by': m.refusal_measured_by,
  'measured-on': m.refusal_measured_on,
  'measured-later': m.refusal_measured_later,
  'return-reason': m.refusal_return_reason,
  'own-check': m.refusal_own_check,
  'outcome-missing': m.refusal_outcome_missing,
  'amount-missing': m.refusal_amount_missing,
  'amount-range': m.refusal_amount_range,
  'days-missing': m.refusal_days_missing,
  'material-what': m.refusal_material_what,
  'handed-to': m.refusal_handed_to,
  'hold-reason': m.refusal_hold_reason,
  'nothing-changed': m.refusal_nothing_changed,
  'text-missing': m.refusal_text_missing,
  'stage-missing': m.refusal_stage_missing,
  'not-a-number': m.refusal_not_a_number,
  'merge-role': m.refusal_merge_role,
  'move-role': m.refusal_move_role,
  'move-why': m.refusal_move_why,
  'move-book': m.refusal_move_book,
  'move-not-here': m.refusal_move_not_here,
  'move-onward': m.refusal_move_onward,
  'move-went-on': m.refusal_move_went_on,
  'move-reason': m.refusal_move_reason,
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
