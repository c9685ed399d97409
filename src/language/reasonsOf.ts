import type { Answer, Sitting } from '../domain/entries/communeBodies.ts'
import type { ChecklistPublished } from '../domain/entries/districtBodies.ts'
import { judgeAnswer } from '../domain/foundation/judgeAnswer.ts'
import { itemsOf } from '../domain/foundation/suggestVerdict.ts'
import { reasonWords } from './findingWords.ts'

/** Why the rule says so, item by item, with its figures; the same words for who records and who reviews. */
export const reasonsOf = (
  checklist: ChecklistPublished,
  { sitting, answers }: { sitting: Sitting; answers: { [item: string]: Answer } },
): string[] =>
  itemsOf(checklist, sitting).flatMap((item) => {
    const answer = answers[item.id]
    const finding = judgeAnswer(item, answer)
    return finding.is === 'to-mend' || finding.is === 'failed' ? [reasonWords(item, answer, finding)] : []
  })
