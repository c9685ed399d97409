import type { HouseholdRow } from '../../../domain/lists/householdRows.ts'
import type { MapFilter } from '../../../domain/map/mapFilter.ts'
import { numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { MapFilters } from './MapFilters.tsx'

type Props = { rows: readonly HouseholdRow[]; filter: MapFilter; change(filter: MapFilter): void }

/** How many households the map is of, and which. */
export const MapHead = ({ rows, filter, change }: Props) => {
  const unplaced = rows.filter(({ point }) => point === null).length
  const count = numberWords(rows.length)
  return (
    <header className="map-head">
      <h1>{m.map_title()}</h1>
      <p className="soft" role="status">
        {unplaced === 0 ? m.map_count({ count }) : m.map_count_placed({ count, unplaced: numberWords(unplaced) })}
      </p>
      <MapFilters filter={filter} change={change} />
    </header>
  )
}
