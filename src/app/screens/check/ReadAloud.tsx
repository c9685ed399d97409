import { verdictOf } from '../../../domain/foundation/checkDraft.ts'
import { dayWords } from '../../../language/locale.ts'
import { reasonsOf } from '../../../language/reasonsOf.ts'
import { verdictWords } from '../../../language/verdictWords.ts'
import { m } from '../../../language/words/messages.js'
import { Choices } from '../../../ui/form/Choices.tsx'
import type { StepProps } from './stepProps.ts'

/** Đọc cho gia đình nghe: what they sign, in large letters and plain words; that it was read is kept. */
export const ReadAloud = ({ draft, checklist, household, today, set }: StepProps) => {
  const verdict = verdictOf(draft, checklist)
  const reasons = reasonsOf(checklist, draft)
  const name = household?.fields.headName ?? ''
  return (
    <section className="card read-aloud" aria-labelledby="read-aloud">
      <h2 id="read-aloud">{m.sign_read_title()}</h2>
      <div className="large-letters">
        <p>
          {m.sign_read_result({
            name,
            day: dayWords(draft.date, today),
            verdict: verdictWords[verdict]().toLowerCase(),
          })}
        </p>
        {reasons.length === 0 ? (
          <p>{m.sign_read_well()}</p>
        ) : (
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}.</li>
            ))}
          </ul>
        )}
        {verdict === 'to-mend' && draft.mendWhat.trim() !== '' && (
          <p>
            {m.sign_read_mend({ what: draft.mendWhat.trim().replace(/\.$/, '') })}{' '}
            {draft.mendBy !== '' && m.sign_read_by({ day: dayWords(draft.mendBy, today) })}
          </p>
        )}
        <p>{m.sign_read_next()}</p>
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
