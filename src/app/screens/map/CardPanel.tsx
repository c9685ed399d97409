import { useEffect, useRef } from 'react'
import type { HouseholdRow } from '../../../domain/lists/householdRows.ts'
import type { Point } from '../../../domain/place/distance.ts'
import type { Fix } from '../../../domain/place/fix.ts'
import { nameWords } from '../../../language/rowWords.ts'
import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'
import type { MapView } from '../../map/view/VillageMap.tsx'
import type { HouseholdPage } from '../../store/queries/useHousehold.ts'
import { HouseholdCard } from './HouseholdCard.tsx'
import { Panel } from './Panel.tsx'
import { PlaceSetter } from './PlaceSetter.tsx'
import type { Sheet } from './useSheet.ts'

type Props = {
  row: HouseholdRow
  page: HouseholdPage | null
  sheet: Sheet
  from: Point | null
  measure(): void
  view: MapView | null
  onMap: boolean
  /** Brings the map so near that a pin can be laid on a house. */
  layPin(): void
  pan(east: number, south: number): void
  stood(fix: Fix | null): void
}

/** The sheet of one household, and how its place is set. Its heading takes the focus: it stands in place of the list. */
export const CardPanel = ({ row, page, sheet, from, measure, view, onMap, layPin, pan, stood }: Props) => {
  const { placing, place, saved, placed, choose } = sheet
  const title = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another household, another beginning.
  useEffect(() => title.current?.focus({ preventScroll: true }), [row.id, placing === null])
  return (
    <Panel
      free
      title={
        <>
          <h2 ref={title} tabIndex={-1}>
            {placing === null ? nameWords(row) : m.map_placing({ name: row.headName })}
          </h2>
          {placing === null && (
            <button type="button" className="button plain" onClick={() => choose(null)}>
              {m.map_close()}
            </button>
          )}
        </>
      }
    >
      {placing !== null && page !== null ? (
        <PlaceSetter
          household={page.household}
          by={placing}
          change={(by) => {
            place(by)
            if (by === 'pin') layPin()
          }}
          view={view}
          onMap={onMap}
          pan={pan}
          stood={stood}
          done={placed}
          leave={() => place(null)}
        />
      ) : (
        <HouseholdCard row={row} page={page} from={from} measure={measure} setPlace={() => place('standing')}>
          {saved && <Notice tone="leaf">✓ {m.map_placing_saved()}</Notice>}
        </HouseholdCard>
      )}
    </Panel>
  )
}
