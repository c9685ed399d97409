import { useState } from 'react'
import { Link } from 'wouter'
import type { LikelyPair } from '../../../domain/likeness/likelyPairs.ts'
import { numberWords } from '../../../language/locale.ts'
import { likenessWords } from '../../../language/signWords.ts'
import { m } from '../../../language/words/messages.js'
import { Folded } from '../../../ui/form/Folded.tsx'
import { TrialLine } from '../../../ui/TrialLine.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'
import { useLikely } from '../../store/queries/useLikely.ts'
import './same.css'

const step = 20

/** Households that may be one, the likeliest first, each with why; nothing is merged by itself. */
export default function LikelyList() {
  const { asked: pairs, told } = useLikely()
  const areas = useAreas()
  const [shown, setShown] = useState(step)
  return (
    <main className="screen wide" id="content">
      <Link href="/">‹ {m.today_title()}</Link>
      <div className="head">
        <h1>{m.same_title()}</h1>
        <span>{m.same_pairs({ count: numberWords(pairs.length) })}</span>
      </div>
      <TrialLine trial={areas.trial} />
      <p>{pairs.length === 0 ? m.same_none() : m.same_lead()}</p>
      <ul className="list">
        {pairs.slice(0, shown).map((pair) => (
          <PairLine key={`${pair.a.id} ${pair.b.id}`} pair={pair} />
        ))}
      </ul>
      {pairs.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + 2 * step)}>
          {m.show_more()}
        </button>
      )}
      {told.length > 0 && (
        <Folded title={m.same_told()} about={m.same_pairs({ count: numberWords(told.length) })}>
          <ul className="list">
            {told.map((pair) => (
              <PairLine key={`${pair.a.id} ${pair.b.id}`} pair={pair} />
            ))}
          </ul>
        </Folded>
      )}
    </main>
  )
}

const PairLine = ({ pair: { a, b, likeness } }: { pair: LikelyPair }) => {
  const areas = useAreas()
  const villages = [...new Set([a.fields.village, b.fields.village])].map(areas.title)
  return (
    <li>
      <Link className="row" href={`/same/${a.id}/${b.id}`}>
        <span className="what">
          <span className="name">
            {a.fields.headName} – {b.fields.headName}
          </span>
          <span className="soft">{[...villages, areas.title(a.book)].join(', ')}</span>
          <span className="why">{likenessWords(likeness)}</span>
        </span>
        <span aria-hidden="true">›</span>
      </Link>
    </li>
  )
}
