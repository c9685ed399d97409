import type { ChecklistPublished } from '../../../domain/entries/districtBodies.ts'
import type { CheckDraft } from '../../../domain/foundation/checkDraft.ts'
import { reasonsOf } from '../../../language/reasonsOf.ts'
import { m } from '../../../language/words/messages.js'

/** Why the rule says so, item by item, with its figures. */
export const Reasons = ({ draft, checklist }: { draft: CheckDraft; checklist: ChecklistPublished }) => {
  const reasons = reasonsOf(checklist, draft)
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
