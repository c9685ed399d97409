import type { Sitting } from '../entries/communeBodies.ts'
import type { ChecklistItem, ChecklistPublished } from '../entries/districtBodies.ts'
import { type CheckDraft, verdictOf } from './checkDraft.ts'
import { isAnswered, judgeAnswer } from './judgeAnswer.ts'
import { missingPhotos } from './missingPhotos.ts'
import { itemsOf, suggestVerdict } from './suggestVerdict.ts'

/**
 * The steps of a check, in the order a person walks them: where and who, one question each, what it comes to, and at
 * the end the signatures, because people sign what was concluded and read to them.
 */
export type CheckStep =
  | { kind: 'place' }
  | { kind: 'item'; item: ChecklistItem }
  | { kind: 'photos' }
  | { kind: 'verdict' }
  | { kind: 'signatures' }

export const stepsOf = (checklist: ChecklistPublished, sitting: Sitting): CheckStep[] => [
  { kind: 'place' },
  ...itemsOf(checklist, sitting).map((item): CheckStep => ({ kind: 'item', item })),
  { kind: 'photos' },
  { kind: 'verdict' },
  { kind: 'signatures' },
]

/** How a step stands, for the list of all steps. `optional`: empty, and nobody asks for it. */
export type StepState = 'open' | 'optional' | 'done' | 'gone' | 'to-mend' | 'failed'

export const stateOf = (step: CheckStep, draft: CheckDraft, checklist: ChecklistPublished): StepState => {
  switch (step.kind) {
    case 'place':
      return draft.fix === null && draft.copied === null ? 'optional' : 'done'
    case 'item':
      return itemState(step.item, draft)
    case 'photos':
      return missingPhotos(checklist, draft).length > 0 ? 'open' : 'done'
    case 'verdict':
      return verdictState(draft, checklist)
    case 'signatures':
      return checklist.signatures.some(({ id, required }) => required && !draft.signatures[id]?.how) ? 'open' : 'done'
  }
}

/** The rule speaks before the recorder does: what it comes to is never left open once every question is answered. */
const verdictState = (draft: CheckDraft, checklist: ChecklistPublished): StepState => {
  if (suggestVerdict(checklist, draft).unanswered.length > 0 && draft.said === null) return 'open'
  const verdict = verdictOf(draft, checklist)
  return verdict === 'passed' ? 'done' : verdict
}

const itemState = (item: ChecklistItem, draft: CheckDraft): StepState => {
  const { is } = judgeAnswer(item, draft.answers[item.id])
  if (is === 'to-mend' || is === 'failed' || is === 'gone') return is
  if (isAnswered(item, draft.answers[item.id])) return 'done'
  return item.required ? 'open' : 'optional'
}

const atThePlace: ReadonlySet<string> = new Set(['date', 'measuredBy', 'measuredOn'])

/** Where a refused field stands, to lead there: the last step for what the phone itself refused. */
export const stepOfField = (steps: readonly CheckStep[], field: string): number => {
  const kind = atThePlace.has(field) ? 'place' : field === 'mend' || field === 'mendBy' ? 'verdict' : 'signatures'
  return steps.findIndex((step) => step.kind === kind)
}
