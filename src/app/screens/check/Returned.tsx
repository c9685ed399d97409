import { chosenWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { usePeople } from '../../store/queries/usePeople.ts'
import type { StepProps } from './stepProps.ts'

/** Why the last check came back and what is wanted, on top of its answer (decision 3). */
export const Returned = ({ returned, checklist, goToItem }: Pick<StepProps, 'returned' | 'checklist' | 'goToItem'>) => {
  const people = usePeople()
  if (returned === null) return null
  const { body, person } = returned.review
  const asked = [...checklist.items, ...checklist.photos].filter(({ id }) => body.wanted?.includes(id))
  const firstItem = checklist.items.find(({ id }) => body.wanted?.includes(id))
  return (
    <section className="card returned">
      <h2>{body.returnFor === 'supplement' ? m.check_returned_supplement() : m.check_returned_mend()}</h2>
      <p>{m.check_returned_reason({ name: people.get(person)?.name ?? '', reason: body.reason ?? '' })}</p>
      {asked.length > 0 && (
        <p>{m.check_returned_wanted({ items: asked.map(({ title }) => chosenWords(title)).join(', ') })}</p>
      )}
      <p className="soft">{m.check_returned_kept()}</p>
      {firstItem !== undefined && (
        <button type="button" className="button" onClick={() => goToItem(firstItem.id)}>
          {m.check_next({ title: chosenWords(firstItem.title) })}
        </button>
      )}
    </section>
  )
}
