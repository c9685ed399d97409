import { Link } from 'wouter'
import { leftCount } from '../../../domain/lists/beforeYouLeave.ts'
import { m } from '../../../language/words/messages.js'
import { useBeforeYouLeave } from '../../store/queries/useBeforeYouLeave.ts'
import { useOpening } from '../../store/queries/useOpening.ts'

/** "Trước khi rời bản: còn 3 việc", while one can still walk back. */
export const LeaveLine = ({ village }: { village: string }) => {
  const opening = useOpening()
  const count = leftCount(useBeforeYouLeave(village))
  // What is missing is said once all that was recorded here has been read.
  if (opening !== null) return null
  return (
    <Link className={`notice line ${count > 0 ? 'amber' : 'leaf'}`} href={`/leave/${encodeURIComponent(village)}`}>
      <span>{count > 0 ? m.today_leave({ count }) : m.today_leave_none()}</span>
      <span aria-hidden="true">›</span>
    </Link>
  )
}
