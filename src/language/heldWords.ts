import { m } from './words/messages.js'

const words: { [code: string]: () => string } = {
  invalid: m.held_invalid,
  'not-your-book': m.held_not_your_book,
  'not-your-role': m.held_not_your_role,
  'not-yours': m.held_not_yours,
  'id-reused': m.held_id_reused,
  newer: m.held_newer,
  revoked: m.held_revoked,
  forked: m.held_forked,
  'too-large': m.held_refused,
  dismissed: m.held_dismissed_plain,
}

/** Why the endpoint kept an entry aside, as a neighbour would say it. */
export const heldWord = (code: string): string => (words[code] ?? (() => m.held_other({ code })))()
