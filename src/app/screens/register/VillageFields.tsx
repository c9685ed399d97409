import type { RegisterDraft } from '../../../domain/household/registerDraft.ts'
import { m } from '../../../language/words/messages.js'
import { Choices } from '../../../ui/form/Choices.tsx'
import { Field } from '../../../ui/form/Field.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'

type Props = {
  books: readonly { id: string; title: string }[]
  form: RegisterDraft
  set(patch: Partial<RegisterDraft>): void
  wrong(field: string): string | undefined
  left(field: string): () => void
}

/** Commune and village: chosen where they are listed, typed where the list has not come yet. */
export const VillageFields = ({ books, form, set, wrong, left }: Props) => {
  const villages = useAreas().villagesOf(form.book)
  return (
    <>
      {books.length > 1 && (
        <Choices
          legend={m.register_book()}
          options={books}
          chosen={[form.book]}
          change={([book = form.book]) => set({ book, village: '' })}
        />
      )}
      {villages.length > 0 ? (
        <Choices
          legend={m.register_village()}
          options={villages.map(({ area, title }) => ({ id: area, title }))}
          chosen={[form.village]}
          change={([village = '']) => set({ village })}
          wrong={wrong('village')}
        />
      ) : (
        <Field
          label={m.register_village_name()}
          value={form.village}
          change={(village) => set({ village })}
          left={left('village')}
          wrong={wrong('village')}
        />
      )}
    </>
  )
}
