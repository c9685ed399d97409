import { Link } from 'wouter'
import type { OtherPage } from '../../../domain/household/movesOf.ts'
import { dayOf } from '../../../domain/time/day.ts'
import { dayWords, numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { useAreas } from '../../store/queries/useAreas.ts'
import { useBookTitle } from '../../store/queries/useBookTitle.ts'
import type { HouseholdPage } from '../../store/queries/useHousehold.ts'
import { useMe } from '../../store/queries/useMe.ts'
import { usePeople } from '../../store/queries/usePeople.ts'

/** The household's page in another commune's book, where it moved to or came from. */
export const MovedCards = ({ moves: { to, from } }: { moves: HouseholdPage['moves'] }) => (
  <>
    {to !== null && <MovedCard other={to} moved="to" />}
    {from.map((other) => (
      <MovedCard key={`${other.book} ${other.page?.id}`} other={other} moved="from" />
    ))}
  </>
)

const MovedCard = ({ other, moved }: { other: OtherPage; moved: 'to' | 'from' }) => {
  const areas = useAreas()
  const bookTitle = useBookTitle()
  const people = usePeople()
  const today = useMe()?.today ?? ''
  const { book, page, move, later } = other
  const there = [page === null ? '' : areas.title(page.fields.village), bookTitle(book)].filter(Boolean).join(', ')
  const id = `moved-${moved}-${page?.id ?? book}`
  return (
    <section className={moved === 'to' ? 'card attention' : 'card'} aria-labelledby={id}>
      <h2 id={id}>{moved === 'to' ? m.moved_to({ there }) : m.moved_from({ there })}</h2>
      <p>{moved === 'to' ? m.moved_to_means() : m.moved_from_means()}</p>
      {move && (
        <p className="soft">
          {m.moved_by({ name: people.get(move.person)?.name ?? '?', day: dayWords(dayOf(move.ms), today) })}
          {move.reason && ` ${move.reason}`}
        </p>
      )}
      {later > 0 && <p>{m.moved_later({ count: numberWords(later) })}</p>}
      {page === null ? (
        <p>{m.moved_not_here({ title: bookTitle(book) })}</p>
      ) : (
        <Link className={`button ${moved === 'to' ? 'main' : ''}`} href={`/households/${page.id}`}>
          {moved === 'to' ? m.moved_open_new() : m.moved_open_old()}
        </Link>
      )}
    </section>
  )
}
