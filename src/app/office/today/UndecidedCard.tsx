import { useState } from 'react'
import { stageWords } from '../../../language/codeWords.ts'
import { numberWords } from '../../../language/locale.ts'
import { nameWords } from '../../../language/rowWords.ts'
import { m } from '../../../language/words/messages.js'
import { HouseholdLine } from '../../../ui/HouseholdLine.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'
import { useUndecided } from '../../store/queries/useUndecided.ts'

const step = 5

/** Families that moved away and heads who died: each leads to its household, where the ways on stand. */
export const UndecidedCard = () => {
  const areas = useAreas()
  const rows = useUndecided()
  const [shown, setShown] = useState(step)
  if (rows.length === 0) return null
  return (
    <section className="stack" aria-labelledby="undecided">
      <div className="head">
        <h2 id="undecided">{m.standing_office()}</h2>
        <span>{numberWords(rows.length)}</span>
      </div>
      <ul className="list">
        {rows.slice(0, shown).map((row) => (
          <HouseholdLine
            key={row.id}
            href={`/households/${row.id}`}
            name={nameWords(row)}
            about={[
              areas.title(row.village),
              row.standing === 'moved' ? m.standing_office_moved() : m.standing_office_died(),
            ].join(' · ')}
            stage={row.stage}
            stageTitle={stageWords[row.stage]()}
            mark={row.mark}
          />
        ))}
      </ul>
      {rows.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + 4 * step)}>
          {m.show_more()}
        </button>
      )}
    </section>
  )
}
