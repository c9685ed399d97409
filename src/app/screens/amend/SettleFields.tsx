import type { FieldConflict } from '../../../domain/household/household.ts'
import { fieldValueWords, fieldWords } from '../../../language/fieldWords.ts'
import { momentWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { Choices } from '../../../ui/form/Choices.tsx'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'
import { usePeople } from '../../store/queries/usePeople.ts'

type Props = {
  conflicts: readonly FieldConflict[]
  chosen: { [field: string]: string }
  choose(field: string, entry: string): void
}

/** Two values side by side with who wrote each and when; a person says which is right, nobody's is lost. */
export const SettleFields = ({ conflicts, chosen, choose }: Props) => {
  const people = usePeople()
  const areas = useAreas()
  const { device } = useStore()
  if (conflicts.length === 0) return null
  return (
    <section className="card attention" aria-labelledby="settle">
      <h2 id="settle">{m.amend_conflicts()}</h2>
      {conflicts.map(({ field, values }) => (
        <Choices
          key={field}
          legend={fieldWords(field)}
          options={values.map(({ value, written }) => ({
            id: written.entry,
            title: m.amend_written({
              value: fieldValueWords(field, value, areas.title),
              name: people.get(written.person)?.name ?? '?',
              when: momentWords(written.ms, device.nowMs()),
            }),
          }))}
          chosen={chosen[field] === undefined ? [] : [chosen[field]]}
          change={([entry = '']) => choose(field, entry)}
        />
      ))}
    </section>
  )
}
