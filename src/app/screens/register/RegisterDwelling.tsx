import type { Dwelling } from '../../../domain/entries/communeBodies.ts'
import type { RegisterDraft } from '../../../domain/household/registerDraft.ts'
import { dwellingWords } from '../../../language/codeWords.ts'
import { m } from '../../../language/words/messages.js'
import { Choices } from '../../../ui/form/Choices.tsx'
import { Field } from '../../../ui/form/Field.tsx'

type Props = {
  form: RegisterDraft
  set(patch: Partial<RegisterDraft>): void
  wrong(field: string): string | undefined
  left(field: string): () => void
}

/** Where the family lives now; of a tent or a stay with others also since when. */
export const RegisterDwelling = ({ form, set, wrong, left }: Props) => (
  <>
    <Choices
      legend={m.register_dwelling()}
      options={(Object.keys(dwellingWords) as Dwelling[]).map((id) => ({ id, title: dwellingWords[id]() }))}
      chosen={form.dwelling === null ? [] : [form.dwelling]}
      change={([dwelling = null]) => set({ dwelling })}
    />
    {(form.dwelling === 'tent' || form.dwelling === 'lodging') && (
      <Field
        label={m.visit_since()}
        type="date"
        value={form.dwellingSince}
        change={(dwellingSince) => set({ dwellingSince })}
        left={left('dwellingSince')}
        wrong={wrong('dwellingSince')}
      />
    )}
  </>
)
