import { m } from './words/messages.js'

const words: { [kind: string]: () => string } = {
  'household.registered': m.line_registered,
  'household.amended': m.line_amended,
  'visit.recorded': m.visit_title,
  'build.planned': m.line_planned,
  'foundation.checked': m.line_checked,
  'contribution.recorded': m.line_contribution,
}

/** What an entry is, as a person would say it. */
export const kindWords = (kind: string): string => (words[kind] ?? m.line_note)()
