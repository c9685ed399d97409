import { isOpen } from '../build/build.ts'
import type { Refusal } from '../entries/refusal.ts'
import type { MoveDraft, Moving } from './moveDraft.ts'

/** What is wrong with a move as it is being filled in. `here`: books whose content is on this device. */
export const judgeMove = ({ household, builds }: Moving, draft: MoveDraft, here: ReadonlySet<string>): Refusal[] => {
  const refusals: Refusal[] = []
  const refuse = (field: keyof MoveDraft, code: string) => refusals.push({ field, code })
  if (draft.why === null) refuse('why', 'move-why')
  if (draft.book === '' || draft.book === household.book) refuse('book', 'move-book')
  // Whether the family stands there already can't be seen.
  else if (!here.has(draft.book)) refuse('book', 'move-not-here')
  else if (draft.village.trim() === '') refuse('village', 'village-missing')
  if (draft.onward === null && builds.some(isOpen)) refuse('onward', 'move-onward')
  if (draft.reason.trim() === '') refuse('reason', 'move-reason')
  return refusals
}
