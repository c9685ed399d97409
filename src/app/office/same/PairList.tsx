import { useState } from 'react'
import type { LikelyPairs } from '../../../domain/likeness/likelyPairs.ts'
import { numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { Folded } from '../../../ui/form/Folded.tsx'
import { PairLine } from './PairLine.tsx'

const step = 20

/** What is asked, the likeliest first, and folded away what somebody answered. */
export const PairList = ({ pairs: { asked, told } }: { pairs: LikelyPairs }) => {
  const [shown, setShown] = useState(step)
  return (
    <>
      <ul className="list">
        {asked.slice(0, shown).map((pair) => (
          <PairLine key={`${pair.a.id} ${pair.b.id}`} pair={pair} />
        ))}
      </ul>
      {asked.length > shown && (
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
    </>
  )
}
