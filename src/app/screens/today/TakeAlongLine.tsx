import { Link } from 'wouter'
import { m } from '../../../language/words/messages.js'
import { useHandIn } from '../../store/queries/useHandIn.ts'
import { useTakeAlong } from '../../store/queries/useTakeAlong.ts'
import { useSyncState } from '../../sync/useSyncState.ts'

/** A quiet line while something is missing for the road, and on the first day, before anything was recorded. */
export const TakeAlongLine = () => {
  const { takeAlong } = useTakeAlong(useSyncState())
  const { items } = useHandIn()
  if (takeAlong === null) return null
  // In the village what waits is no news: it goes when there is a signal.
  const count = takeAlong.missing.filter((what) => what !== 'waiting').length
  if (count === 0 && items.length > 0) return null
  return (
    <Link className={`notice line ${count > 0 ? 'amber' : 'leaf'}`} href="/take-along">
      <span>{count > 0 ? m.takealong_line({ count }) : m.takealong_line_ready()}</span>
      <span aria-hidden="true">›</span>
    </Link>
  )
}
