import type { VisitDraft } from '../../../domain/household/visitDraft.ts'
import { awayWords, outcomeWords } from '../../../language/codeWords.ts'
import { m } from '../../../language/words/messages.js'
import { Choices } from '../../../ui/form/Choices.tsx'
import { Field } from '../../../ui/form/Field.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { optionsOf } from './optionsOf.ts'

export type VisitPart = {
  form: VisitDraft
  set(patch: Partial<VisitDraft>): void
  wrong(field: string): string | undefined
  left(field: string): () => void
}

/** The one question of a visit, with what each answer asks further. */
export const VisitOutcomes = ({ form, set, wrong, left, untold }: VisitPart & { untold: boolean }) => (
  <>
    <Choices
      legend={m.visit_outcome()}
      large
      options={optionsOf(outcomeWords)}
      chosen={form.outcome === null ? [] : [form.outcome]}
      change={([outcome = null]) => set({ outcome })}
      wrong={wrong('outcome')}
    />
    {form.outcome === 'met-other' && (
      <Field
        label={m.visit_met()}
        value={form.met}
        change={(met) => set({ met })}
        left={left('met')}
        wrong={wrong('met')}
      />
    )}
    {form.outcome === 'away' && (
      <Choices
        legend={m.visit_away()}
        options={optionsOf(awayWords)}
        chosen={form.awayWhere === null ? [] : [form.awayWhere]}
        change={([awayWhere = null]) => set({ awayWhere })}
      />
    )}
    {(form.outcome === 'moved' || form.outcome === 'deceased') && (
      <Notice>{form.outcome === 'moved' ? m.standing_outcome_moved() : m.standing_outcome_deceased()}</Notice>
    )}
    {untold && (
      <Choices
        legend={m.visit_told()}
        options={[
          { id: 'yes', title: m.yes() },
          { id: 'no', title: m.no() },
        ]}
        chosen={[form.told ? 'yes' : 'no']}
        change={([told]) => set({ told: told === 'yes' })}
      />
    )}
  </>
)
