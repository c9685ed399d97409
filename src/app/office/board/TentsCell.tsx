import { Link } from 'wouter'
import { numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'

/** Where families live in a tent the number stands out and leads to them; elsewhere it is a quiet nought. */
export const TentsCell = ({ count, area, title }: { count: number; area: string; title: string }) => {
  const number = numberWords(count)
  if (count === 0) return <span className="soft">{number}</span>
  const href = area === '' ? '/tents' : `/tents/${encodeURIComponent(area)}`
  return (
    <Link className="tents" href={href} aria-label={m.board_tents_cell({ count: number, title })}>
      <span className="tag amber">{number}</span>
    </Link>
  )
}
