import { m } from './words/messages.js'

const words: { [kind: string]: () => string } = {
  'household.registered': m.line_registered,
  'household.amended': m.line_amended,
  'household.merged': m.line_merged,
  'household.moved': m.move_line,
  'visit.recorded': m.line_visit,
  'build.planned': m.line_planned,
  'build.amended': m.line_build_amended,
  'build.advanced': m.line_stage,
  'foundation.checked': m.line_checked,
  'foundation.reviewed': m.line_reviewed,
  'contribution.recorded': m.line_contribution,
  'photo.taken': m.line_photo,
  'entry.voided': m.line_voided,
}

/** What an entry is, as a person would say it. */
export const kindWords = (kind: string): string => (words[kind] ?? m.line_note)()
