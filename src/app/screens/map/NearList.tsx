import { useDeferredValue, useMemo, useState } from 'react'
import type { HouseholdRow } from '../../../domain/lists/householdRows.ts'
import { nearestFirst } from '../../../domain/map/nearestFirst.ts'
import type { Point } from '../../../domain/place/distance.ts'
import { awayShort } from '../../../language/awayFromWords.ts'
import { numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { useAreas } from '../../store/queries/useAreas.ts'
import { NearRow } from './NearRow.tsx'

type Props = {
  rows: readonly HouseholdRow[]
  /** From where distances are said; null while nothing is known. */
  from: Point | null
  choose(id: string): void
}

/** So many more by a tap: nobody walks to the hundredth nearest house. */
const step = 30

/** The households nearest to oneself, else to the middle of the map, with how far and which way; in words, by keys. */
export const NearList = ({ rows, from, choose }: Props) => {
  const areas = useAreas()
  const [most, setMost] = useState(step)
  const at = useDeferredValue(from)
  const all = useDeferredValue(rows)
  const near = useMemo(() => (at === null ? [] : nearestFirst(all, at, most)), [all, at, most])
  const unplaced = useMemo(() => all.filter(({ point }) => point === null), [all])
  const rest = all.length - unplaced.length - near.length
  if (rows.length === 0) return <p className="map-said">{m.map_nothing()}</p>
  return (
    <>
      <ul className="list">
        {near.map(({ row, point }) => (
          <NearRow
            key={row.id}
            row={row}
            village={areas.title(row.village)}
            away={at === null ? null : awayShort(at, point)}
            choose={choose}
          />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className="button" onClick={() => setMost(most + step)}>
          {m.map_list_more({ count: numberWords(Math.min(step, rest)) })}
        </button>
      )}
      {unplaced.length > 0 && <Unplaced rows={unplaced} choose={choose} />}
    </>
  )
}

const Unplaced = ({ rows, choose }: Pick<Props, 'rows' | 'choose'>) => {
  const areas = useAreas()
  const [most, setMost] = useState(step)
  return (
    <details className="map-unplaced">
      <summary>{m.map_unplaced({ count: numberWords(rows.length) })}</summary>
      <p className="soft map-said">{m.map_unplaced_do()}</p>
      <ul className="list">
        {rows.slice(0, most).map((row) => (
          <NearRow key={row.id} row={row} village={areas.title(row.village)} away={null} choose={choose} />
        ))}
      </ul>
      {rows.length > most && (
        <button type="button" className="button" onClick={() => setMost(most + step)}>
          {m.map_list_more({ count: numberWords(Math.min(step, rows.length - most)) })}
        </button>
      )}
    </details>
  )
}
