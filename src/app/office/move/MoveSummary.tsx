import type { HouseholdFields } from '../../../domain/entries/communeBodies.ts'
import { carriedOf, type MoveDraft } from '../../../domain/household/moveDraft.ts'
import { fieldValueWords, fieldWords } from '../../../language/fieldWords.ts'
import { numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { useAreas } from '../../store/queries/useAreas.ts'
import { useBookTitle } from '../../store/queries/useBookTitle.ts'
import type { HouseholdPage } from '../../store/queries/useHousehold.ts'

/** What goes along, what stays, and where the family is counted afterwards: read before it is saved. */
export const MoveSummary = ({ page, form }: { page: HouseholdPage; form: MoveDraft }) => {
  const areas = useAreas()
  const bookTitle = useBookTitle()
  const { household, builds, photos } = page
  if (form.book === '' || form.village.trim() === '') return null
  const { from: _, village, ...carried } = carriedOf(household, form)
  const old = bookTitle(household.book)
  const there = `${areas.title(village)}, ${bookTitle(form.book)}`
  const gifts = builds.reduce((sum, { contributions }) => sum + contributions.length, 0)
  const stays = [
    household.visits.length > 0 && m.move_stays_visits({ count: numberWords(household.visits.length) }),
    builds.length > 0 && m.move_stays_builds({ count: numberWords(builds.length) }),
    photos.length > 0 && m.move_stays_photos({ count: numberWords(photos.length) }),
    gifts > 0 && m.move_stays_gifts({ count: numberWords(gifts) }),
  ].filter(Boolean)
  return (
    <section className="card stack tight" aria-labelledby="move-summary">
      <h2 id="move-summary">{m.move_summary()}</h2>
      <p>
        <strong>{m.move_summary_there({ name: household.fields.headName, there })}</strong>
      </p>
      <p>{form.into === '' ? m.move_goes() : m.move_joins()}</p>
      {form.into === '' && (
        <ul className="points">
          {Object.entries(carried).map(([field, value]) => (
            <li key={field}>
              {fieldWords(field)}: {fieldValueWords(field as keyof HouseholdFields, value, areas.title)}
            </li>
          ))}
        </ul>
      )}
      <p>{m.move_stays({ title: old, what: stays.length === 0 ? m.move_stays_all() : stays.join(', ') })}</p>
      <p className="soft">{m.move_counted()}</p>
    </section>
  )
}
