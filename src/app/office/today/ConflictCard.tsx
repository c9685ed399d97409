import { useState } from 'react'
import { Link } from 'wouter'
import type { OpenConflict } from '../../../domain/lists/openConflicts.ts'
import { fieldWords } from '../../../language/fieldWords.ts'
import { numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { useAreas } from '../../store/queries/useAreas.ts'

const step = 5

/** What two people wrote differently, all over this desk's books; each line leads to where it is settled. */
export const ConflictCard = ({ conflicts }: { conflicts: readonly OpenConflict[] }) => {
  const areas = useAreas()
  const [shown, setShown] = useState(step)
  if (conflicts.length === 0) return null
  return (
    <section className="stack" aria-labelledby="conflicts">
      <div className="head">
        <h2 id="conflicts">{m.household_conflicts()}</h2>
        <span>{numberWords(conflicts.length)}</span>
      </div>
      <ul className="list">
        {conflicts.slice(0, shown).map(({ household: { id, book, fields: known }, fields, build }) => (
          <li key={id}>
            <Link className="row" href={fields.length > 0 ? `/households/${id}/amend` : `/builds/${build}/hold`}>
              <span className="what">
                <span className="name">{known.headName}</span>
                <span className="soft">
                  {[
                    `${areas.title(known.village)}, ${areas.title(book)}`,
                    ...fields.map(fieldWords),
                    ...(build === null ? [] : [m.hold_state()]),
                  ].join(' · ')}
                </span>
              </span>
              <span aria-hidden="true">›</span>
            </Link>
          </li>
        ))}
      </ul>
      {conflicts.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + 4 * step)}>
          {m.show_more()}
        </button>
      )}
    </section>
  )
}
