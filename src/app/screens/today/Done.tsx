import { useState } from 'react'
import type { HouseholdRow } from '../../../domain/lists/householdRows.ts'
import { stageWords } from '../../../language/codeWords.ts'
import { numberWords } from '../../../language/locale.ts'
import { nameWords, standingWords } from '../../../language/rowWords.ts'
import { m } from '../../../language/words/messages.js'
import { HouseholdLine } from '../../../ui/HouseholdLine.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'

const step = 20

/** Households where nothing is due today: the work that is done stays in sight. */
export const Done = ({ done, village }: { done: HouseholdRow[]; village: string }) => {
  const areas = useAreas()
  const [shown, setShown] = useState(step)
  if (done.length === 0) return null
  return (
    <section className="stack" aria-labelledby="done">
      <div className="head">
        <h2 id="done">{m.today_done()}</h2>
        <span>{m.today_count({ count: numberWords(done.length) })}</span>
      </div>
      <ul className="list">
        {done.slice(0, shown).map((row) => (
          <HouseholdLine
            key={row.id}
            href={`/households/${row.id}`}
            name={nameWords(row)}
            about={village === '' ? `${areas.title(row.village)} · ${standingWords(row)}` : standingWords(row)}
            stage={row.stage}
            stageTitle={stageWords[row.stage]()}
            mark={row.mark}
          >
            {row.standing === 'moved' && <Tag>{m.outcome_moved()}</Tag>}
            {row.stage === 'handed-over' && <Tag tone="leaf">{m.today_finished()}</Tag>}
            {row.mark === 'waiting' && <Tag>{m.check_status_waiting()}</Tag>}
            {row.stage === 'foundation-checked' && <Tag tone="leaf">{m.today_passed()}</Tag>}
          </HouseholdLine>
        ))}
      </ul>
      {done.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + step)}>
          {m.show_more()}
        </button>
      )}
    </section>
  )
}
