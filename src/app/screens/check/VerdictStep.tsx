import type { Verdict } from '../../../domain/entries/communeBodies.ts'
import { verdictOf } from '../../../domain/foundation/checkDraft.ts'
import { itemsOf, stricter, suggestVerdict } from '../../../domain/foundation/suggestVerdict.ts'
import { chosenWords } from '../../../language/locale.ts'
import { verdictWords } from '../../../language/verdictWords.ts'
import { m } from '../../../language/words/messages.js'
import { Choices } from '../../../ui/form/Choices.tsx'
import { Field } from '../../../ui/form/Field.tsx'
import { Folded } from '../../../ui/form/Folded.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Reasons } from './Reasons.tsx'
import type { StepProps } from './stepProps.ts'

/** What the rule says and why; the recorder may be stricter, never milder. */
export const VerdictStep = ({ draft, checklist, set, answer, goToItem, wrong, left }: StepProps) => {
  const suggestion = suggestVerdict(checklist, draft)
  const verdict = verdictOf(draft, checklist)
  const slots = checklist.photos.filter(({ id }) => suggestion.missingPhotos.includes(id))
  const open = itemsOf(checklist, draft.sitting).filter(({ id }) => suggestion.unanswered.includes(id))
  return (
    <>
      <h1 tabIndex={-1}>{m.check_verdict()}</h1>
      {open.length > 0 && (
        <section className="card">
          <h2>{m.check_unanswered()}</h2>
          <ul className="stack">
            {open.map(({ id, title }) => (
              <li key={id}>
                <button type="button" className="button wide" onClick={() => goToItem(id)}>
                  {chosenWords(title)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Reasons draft={draft} checklist={checklist} />
      <Choices<Verdict>
        legend={m.check_verdict()}
        quiet
        options={(['passed', 'to-mend', 'failed'] as const)
          .filter((one) => stricter(suggestion.verdict, one) === one)
          .map((one) => ({ id: one, title: verdictWords[one]() }))}
        chosen={[verdict]}
        change={([said = null]) => answer({ said })}
      />
      <p className="soft">{m.check_stricter()}</p>
      {verdict === 'to-mend' && (
        <section className="card">
          <Field
            label={m.check_mend_what()}
            lines={2}
            value={draft.mendWhat}
            change={(mendWhat) => answer({ mendWhat })}
            left={left('mend')}
            wrong={wrong('mend')}
          />
          <Field
            label={m.check_mend_by()}
            type="date"
            value={draft.mendBy}
            change={(mendBy) => answer({ mendBy })}
            left={left('mendBy')}
            wrong={wrong('mendBy')}
          />
        </section>
      )}
      {slots.length > 0 && (
        <Notice>{m.check_missing_photos({ items: slots.map(({ title }) => chosenWords(title)).join(', ') })}</Notice>
      )}
      <Folded title={m.check_remark()} about={draft.remark} open={draft.remark !== ''}>
        <Field label={m.check_remark()} lines={2} value={draft.remark} change={(remark) => set({ remark })} />
      </Folded>
    </>
  )
}
