import { useHousehold } from '../../store/queries/useHousehold.ts'
import { useMe } from '../../store/queries/useMe.ts'
import { useToday } from '../../store/queries/useToday.ts'
import { VisitForm } from './VisitForm.tsx'

/** One visit: of whom, and which results the family has not been told yet. */
export default function RecordVisit({ id }: { id: string }) {
  const page = useHousehold(id)
  const me = useMe()
  const { due } = useToday(null)
  if (page === null || me === null) return <main className="screen" id="content" />
  const untold = due
    .filter(({ row, task }) => row.id === page.household.id && task === 'tell-family')
    .flatMap(({ review }) => (review === null ? [] : [review.entry]))
  return <VisitForm household={page.household} today={me.today} untold={untold} />
}
