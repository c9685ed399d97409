import { Link } from 'wouter'
import { numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'

/** What one does around the visits: share out the work in the morning, say in the evening what was done. */
export const Ways = ({ mine }: { mine: number }) => (
  <div className="side-by-side">
    <Link className="button small" href="/mine">
      {mine === 0 ? m.mine_title() : m.mine_title_count({ count: numberWords(mine) })}
    </Link>
    <Link className="button small" href="/my-day">
      {m.myday_link()}
    </Link>
  </div>
)
