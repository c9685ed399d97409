import { useEffect, useState } from 'react'
import type { Refusal } from '../../../domain/entries/refusal.ts'
import { changedFields } from '../../../domain/household/changedFields.ts'
import type { Household } from '../../../domain/household/household.ts'
import { pinLocation } from '../../../domain/map/pinLocation.ts'
import { type Fix, locationOf } from '../../../domain/place/fix.ts'
import { judgeHousePlace } from '../../../domain/place/judgePlace.ts'
import type { Location } from '../../../domain/place/location.ts'
import { placeLimits } from '../../../domain/place/placeLimits.ts'
import { distanceWords } from '../../../language/placeWords.ts'
import { refusalFor } from '../../../language/refusalWords.ts'
import { m } from '../../../language/words/messages.js'
import { Choices } from '../../../ui/form/Choices.tsx'
import { PlaceLine } from '../../../ui/form/PlaceLine.tsx'
import { PlaceRemarks } from '../../../ui/form/PlaceRemarks.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useHere } from '../../device/useHere.ts'
import type { MapView } from '../../map/view/VillageMap.tsx'
import { amendHousehold } from '../../record/amendHousehold.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { useVillagePlace } from '../../store/queries/useVillagePlace.ts'
import { MoveArrows } from './MoveArrows.tsx'

export type PlacedBy = 'standing' | 'pin'

type Props = {
  household: Household
  by: PlacedBy
  change(by: PlacedBy): void
  /** What the map shows; its middle is where the pin stands. */
  view: MapView | null
  /** Whether a pack lies under the pin. */
  onMap: boolean
  pan(east: number, south: number): void
  /** Where this phone was found to be, for the map to show. */
  stood(fix: Fix | null): void
  done(): void
  leave(): void
}

/** A house is found again by it. */
const wantedMetres = 10

/** Sets or mends a house's place: by standing there, or by laying a pin on the map; each says of itself how exact it is. */
export const PlaceSetter = ({ household, by, change, view, onMap, pan, stood, done, leave }: Props) => {
  const store = useStore()
  const village = useVillagePlace(household.fields.village)
  const { here, seek } = useHere(wantedMetres)
  const [refusals, setRefusals] = useState<Refusal[]>([])
  // [R-amend-01] What stood there when somebody began, whatever another phone brings meanwhile.
  const [seen] = useState(() => ({ fields: { ...household.fields }, bases: { ...household.bases } }))
  const fix = here.at === 'found' || here.at === 'seeking' ? here.fix : null
  useEffect(() => {
    stood(by === 'standing' ? fix : null)
    return () => stood(null)
  }, [by, fix, stood])
  const pin = view === null ? null : pinLocation(view.middle.lat, view.middle.lon, view.zoom)
  const location = by === 'pin' ? pin : fix === null ? null : locationOf(fix, 'no-fix', store.device.nowMs())
  const save = async (chosen: Location) => {
    const set = changedFields(seen, { location: chosen })
    const saved = await amendHousehold(store, household, { set }, `place:${household.id}`)
    if (saved.ok) done()
    else setRefusals(saved.refusals)
  }
  const failed = refusalFor(refusals, 'save') ?? refusalFor(refusals, 'set')
  return (
    <div className="stack map-household">
      <Choices
        legend={m.map_placing_how()}
        quiet
        options={[
          { id: 'standing', title: m.map_placing_stand() },
          { id: 'pin', title: m.map_placing_pin() },
        ]}
        chosen={[by]}
        change={([chosen = 'standing']) => change(chosen)}
      />
      {by === 'standing' ? (
        <>
          <PlaceLine here={here} nowMs={store.device.nowMs} seek={seek} />
          <PlaceRemarks remarks={judgeHousePlace(fix, village, placeLimits.house)} />
        </>
      ) : (
        <>
          <p className="soft">{m.map_placing_pin_do()}</p>
          <MoveArrows pan={pan} />
          {pin !== null && 'accuracy' in pin && (
            <p role="status">{m.map_placing_pin_at({ accuracy: distanceWords(pin.accuracy ?? 0) })}</p>
          )}
          {!onMap && <Notice tone="amber">{m.map_placing_pin_bare()}</Notice>}
        </>
      )}
      {failed && <Notice tone="red">{failed}</Notice>}
      <div className="side-by-side">
        <button type="button" className="button" onClick={leave}>
          {m.map_placing_leave()}
        </button>
        <button
          type="button"
          className="button main"
          disabled={location === null}
          onClick={() => location !== null && void save(location)}
        >
          {m.map_placing_save()}
        </button>
      </div>
    </div>
  )
}
