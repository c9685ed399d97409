import { dayOfRecord } from '../../../domain/entries/copiedFromPaper.ts'
import type { ChecklistItem } from '../../../domain/entries/districtBodies.ts'
import { verdictOf } from '../../../domain/foundation/checkDraft.ts'
import { itemsOf, suggestVerdict } from '../../../domain/foundation/suggestVerdict.ts'
import { chosenWords, dayWords } from '../../../language/locale.ts'
import { reasonsOf } from '../../../language/reasonsOf.ts'
import { verdictWords } from '../../../language/verdictWords.ts'
import { m } from '../../../language/words/messages.js'
import { Choices } from '../../../ui/form/Choices.tsx'
import type { StepProps } from './stepProps.ts'

/** Đọc cho gia đình nghe: what they sign, in large letters and plain words; that it was read is kept. */
export const ReadAloud = ({ draft, checklist, household, today, set }: StepProps) => {
  const verdict = verdictOf(draft, checklist)
  const reasons = reasonsOf(checklist, draft)
  const items = itemsOf(checklist, draft.sitting)
  const gone = items.filter(({ id }) => draft.answers[id]?.gone !== undefined)
  const unanswered = suggestVerdict(checklist, draft).unanswered
  const open = items.filter(({ id }) => unanswered.includes(id))
  const name = household?.fields.headName ?? ''
  return (
    <section className="card read-aloud" aria-labelledby="read-aloud">
      <h2 id="read-aloud">{m.sign_read_title()}</h2>
      <div className="large-letters">
        <p>
          {(draft.sitting === 'before-concrete' ? m.sign_read_before : m.sign_read_result)({
            name,
            day: dayWords(dayOfRecord(draft.date, draft.copied), today),
            verdict: verdictWords[verdict]().toLowerCase(),
          })}
        </p>
        {draft.copied !== null && (
          <p>
            {m.sign_read_copied({
              name: draft.copied.measuredBy,
              day: dayWords(draft.copied.measuredOn, today),
            })}
          </p>
        )}
        {reasons.length === 0 ? (
          <p>{m.sign_read_well()}</p>
        ) : (
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}.</li>
            ))}
          </ul>
        )}
        {gone.length > 0 && <p>{m.sign_read_gone({ items: titlesOf(gone) })}</p>}
        {open.length > 0 && <p>{m.sign_read_open({ items: titlesOf(open) })}</p>}
        {verdict === 'to-mend' && draft.mendWhat.trim() !== '' && (
          <p>
            {m.sign_read_mend({ what: draft.mendWhat.trim().replace(/\.$/, '') })}{' '}
            {draft.mendBy !== '' && m.sign_read_by({ day: dayWords(draft.mendBy, today) })}
          </p>
        )}
        <p>{draft.sitting === 'before-concrete' ? m.sign_read_next_before() : m.sign_read_next()}</p>
      </div>
      <Choices
        legend={m.sign_read_title()}
        quiet
        many
        options={[{ id: 'read', title: m.sign_read_done() }]}
        chosen={draft.readAloud ? ['read'] : []}
        change={([read]) =>
          set(read === 'read' ? { readAloud: true, changedSinceSigned: false } : { readAloud: false })
        }
      />
    </section>
  )
}

const titlesOf = (items: readonly ChecklistItem[]): string => items.map(({ title }) => chosenWords(title)).join('; ')
