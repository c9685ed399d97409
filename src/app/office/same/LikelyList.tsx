import { Link } from 'wouter'
import { numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { TrialLine } from '../../../ui/TrialLine.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'
import { useLikely } from '../../store/queries/useLikely.ts'
import { PairList } from './PairList.tsx'
import './same.css'

/** Households that may be one, the likeliest first, each with why; nothing is merged by itself. */
export default function LikelyList() {
  const likely = useLikely()
  const { across } = likely
  const areas = useAreas()
  return (
    <main className="screen wide" id="content">
      <Link href="/">‹ {m.today_title()}</Link>
      <div className="head">
        <h1>{m.same_title()}</h1>
        <span>{m.same_pairs({ count: numberWords(likely.asked.length) })}</span>
      </div>
      <TrialLine trial={areas.trial} />
      <p>
        {likely.asked.length > 0 ? m.same_lead() : across.asked.length > 0 ? m.across_within_none() : m.same_none()}
      </p>
      <PairList pairs={likely} />
      {across.asked.length + across.told.length > 0 && (
        <section className="stack" aria-labelledby="across">
          <div className="head">
            <h2 id="across">{m.across_title()}</h2>
            <span>{m.same_pairs({ count: numberWords(across.asked.length) })}</span>
          </div>
          {across.asked.length > 0 && <p>{m.across_lead()}</p>}
          <PairList pairs={across} />
        </section>
      )}
    </main>
  )
}
