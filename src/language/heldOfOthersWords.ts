import { m } from './words/messages.js'

const words: { [code: string]: () => string } = {
  invalid: m.admin_held_invalid,
  'not-your-book': m.admin_held_not_your_book,
  'not-your-role': m.admin_held_not_your_role,
  'not-yours': m.admin_held_not_yours,
  'id-reused': m.admin_held_id_reused,
  newer: m.admin_held_newer,
  revoked: m.admin_held_revoked,
  forked: m.admin_held_forked,
}

/** Why somebody else's entry was kept aside: the office reads of a third person. */
export const heldOfOthersWord = (code: string): string => (words[code] ?? (() => m.held_other({ code })))()
