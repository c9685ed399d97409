import { type ReactNode, useEffect } from 'react'
import type { HouseholdRow } from '../../../domain/lists/householdRows.ts'
import type { Point } from '../../../domain/place/distance.ts'
import { numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { NearList } from './NearList.tsx'
import { Panel } from './Panel.tsx'
import type { Sheet } from './useSheet.ts'

type Props = {
  rows: readonly HouseholdRow[]
  sheet: Sheet
  from: Point | null
  by: 'me' | 'middle'
  children: ReactNode
}

/** The list beside the map: the accessible way to everything that the map draws. */
export const ListPanel = ({ rows, sheet: { together, showAll, choose, closed }, from, by, children }: Props) => {
  const shown = together === null ? rows : rows.filter(({ id }) => together.has(id))
  useEffect(() => {
    if (closed === null) return
    document.querySelector<HTMLElement>(`[data-household="${closed}"]`)?.focus()
  }, [closed])
  const title = by === 'me' ? m.map_near_me() : m.map_near_middle()
  return (
    <Panel title={<h2>{together === null ? title : m.map_together({ count: numberWords(together.size) })}</h2>}>
      {together !== null && (
        <button type="button" className="button" onClick={showAll}>
          {m.map_together_all()}
        </button>
      )}
      <NearList rows={shown} from={from} choose={choose} />
      {children}
    </Panel>
  )
}
