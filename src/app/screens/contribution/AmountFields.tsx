import { typedMoney } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { Field } from '../../../ui/form/Field.tsx'
import type { ContributionForm } from './contributionForm.ts'

type Props = {
  form: ContributionForm
  set(patch: Partial<ContributionForm>): void
  wrong(field: string): string | undefined
}

/** How much: dots between the thousands come as one types; half a labour day is a half. */
export const AmountFields = ({ form, set, wrong }: Props) => {
  if (form.form === 'labour') {
    return (
      <Field
        label={m.contribution_days_field()}
        hint={m.contribution_days_hint()}
        decimal
        value={form.days}
        change={(days) => set({ days })}
        wrong={wrong('days')}
      />
    )
  }
  const money = (
    <Field
      label={form.form === 'money' ? m.contribution_vnd() : m.contribution_vnd_material()}
      decimal
      value={form.vnd}
      change={(typed) => set({ vnd: typedMoney(typed) })}
      wrong={wrong('vnd')}
    />
  )
  if (form.form === 'money') return money
  return (
    <>
      <Field label={m.contribution_what()} value={form.what} change={(what) => set({ what })} wrong={wrong('what')} />
      <div className="side-by-side">
        <Field
          label={m.contribution_quantity()}
          decimal
          value={form.quantity}
          change={(quantity) => set({ quantity })}
          wrong={wrong('quantity')}
        />
        <Field
          label={m.contribution_unit()}
          hint={m.contribution_unit_hint()}
          value={form.unit}
          change={(unit) => set({ unit })}
        />
      </div>
      {money}
    </>
  )
}
