import { Link } from 'wouter'
import type { LikelyPair } from '../../../domain/likeness/likelyPairs.ts'
import { likenessWords } from '../../../language/signWords.ts'
import { useAreas } from '../../store/queries/useAreas.ts'
import { useBookTitle } from '../../store/queries/useBookTitle.ts'

/** Two that may be one, where either lives, and why; the whole row leads to both. */
export const PairLine = ({ pair: { a, b, likeness } }: { pair: LikelyPair }) => {
  const areas = useAreas()
  const title = useBookTitle()
  const villages = [...new Set([a.fields.village, b.fields.village])].map(areas.title)
  const place = ({ fields, book }: LikelyPair['a']) => `${areas.title(fields.village)}, ${title(book)}`
  return (
    <li>
      <Link className="row" href={`/same/${a.id}/${b.id}`}>
        <span className="what">
          <span className="name">
            {a.fields.headName} – {b.fields.headName}
          </span>
          <span className="soft">
            {a.book === b.book ? [...villages, title(a.book)].join(', ') : `${place(a)} – ${place(b)}`}
          </span>
          <span className="why">{likenessWords(likeness)}</span>
        </span>
        <span aria-hidden="true">›</span>
      </Link>
    </li>
  )
}
