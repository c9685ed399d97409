import type { Answer, Sitting, Verdict } from '../entries/communeBodies.ts'
import type { ChecklistItem, ChecklistPublished } from '../entries/districtBodies.ts'
import { type Finding, isAnswered, judgeAnswer } from './judgeAnswer.ts'
import { missingPhotos } from './missingPhotos.ts'

/** The rule's word on a check, with its reasons. The recorder may be stricter, never milder. */
export type Suggestion = {
  verdict: Verdict
  reasons: { item: string; code: string; detail?: Finding['detail'] }[]
  /** Required items without an answer: with one of them the verdict can't be *passed*. */
  unanswered: string[]
  missingPhotos: string[]
}

/** Items of a sitting, in the checklist's order. */
export const itemsOf = (checklist: ChecklistPublished, sitting: Sitting): ChecklistItem[] =>
  checklist.items.filter((item) => item.sitting === undefined || item.sitting === sitting)

export const suggestVerdict = (
  checklist: ChecklistPublished,
  check: { sitting: Sitting; answers: { [item: string]: Answer }; photos: { [slot: string]: string[] } },
): Suggestion => {
  const items = itemsOf(checklist, check.sitting)
  const findings = items.map((item) => ({ item, finding: judgeAnswer(item, check.answers[item.id]) }))
  const reasons = findings
    .filter(({ finding }) => finding.is === 'to-mend' || finding.is === 'failed')
    .map(({ item, finding }) => ({
      item: item.id,
      code: finding.code ?? 'not-well',
      ...(finding.detail ? { detail: finding.detail } : {}),
    }))
  const unanswered = items
    .filter((item) => item.required && !isAnswered(item, check.answers[item.id]))
    .map(({ id }) => id)
  const failed = findings.some(({ finding }) => finding.is === 'failed')
  const verdict = failed ? 'failed' : reasons.length > 0 || unanswered.length > 0 ? 'to-mend' : 'passed'
  return { verdict, reasons, unanswered, missingPhotos: missingPhotos(checklist, check) }
}

const strictness: readonly Verdict[] = ['passed', 'to-mend', 'failed']

/** The recorder's word counts where it is stricter than the rule's. */
export const stricter = (suggested: Verdict, said: Verdict | undefined): Verdict =>
  said !== undefined && strictness.indexOf(said) > strictness.indexOf(suggested) ? said : suggested
