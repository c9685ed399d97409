import type { ChecklistPublished } from '../../../domain/entries/districtBodies.ts'
import type { CheckDraft } from '../../../domain/foundation/checkDraft.ts'
import { judgeAnswer } from '../../../domain/foundation/judgeAnswer.ts'
import { itemsOf } from '../../../domain/foundation/suggestVerdict.ts'
import { reasonWords } from '../../../language/findingWords.ts'
import { m } from '../../../language/words/messages.js'

/** Why the rule says so, item by item, with its figures. */
export const Reasons = ({ draft, checklist }: { draft: CheckDraft; checklist: ChecklistPublished }) => {
  const reasons = reasonsOf(draft, checklist)
  if (reasons.length === 0) return null
  return (
    <section className="card reasons">
      <h2>{m.check_reasons_title()}</h2>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </section>
  )
}

export const reasonsOf = (draft: CheckDraft, checklist: ChecklistPublished): string[] =>
  itemsOf(checklist, draft.sitting).flatMap((item) => {
    const answer = draft.answers[item.id]
    const finding = judgeAnswer(item, answer)
    return finding.is === 'to-mend' || finding.is === 'failed' ? [reasonWords(item, answer, finding)] : []
  })
