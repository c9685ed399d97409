import { m } from '../../../language/words/messages.js'
import { Companions } from '../../../ui/form/Companions.tsx'
import { Field } from '../../../ui/form/Field.tsx'
import { Folded } from '../../../ui/form/Folded.tsx'
import { useCompanions } from '../../store/queries/useCompanions.ts'
import { SpokenLanguage } from './SpokenLanguage.tsx'
import type { VisitPart } from './VisitOutcomes.tsx'

/** Cùng đi, and in which language people spoke. */
export const VisitCompany = ({ form, set }: VisitPart) => {
  const known = useCompanions()
  const about = [...form.with.map(({ name }) => name), form.language].filter((one) => one !== '').join(', ')
  return (
    <Folded title={m.visit_company()} about={about}>
      <Companions added={form.with} typing={form.companion} known={known} change={set} />
      <SpokenLanguage language={form.language} change={(language) => set({ language })} />
      <Field label={m.visit_interpreter()} value={form.interpreter} change={(interpreter) => set({ interpreter })} />
    </Folded>
  )
}
