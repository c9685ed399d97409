import type { Task } from '../domain/lists/urgency.ts'
import { m } from './words/messages.js'

/** What is due at a household, in a word or two. */
export const taskWords: { [T in Task]: () => string } = {
  visit: m.task_visit,
  check: m.task_check,
  supplement: m.task_supplement,
  'mend-again': m.task_mend_again,
  'tell-family': m.task_tell_family,
  'missing-photo': m.task_missing_photo,
  'new-head': m.task_new_head,
}
