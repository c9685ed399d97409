import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { HouseholdRow } from '../../../domain/lists/householdRows.ts'
import type { Point } from '../../../domain/place/distance.ts'
import type { Location } from '../../../domain/place/location.ts'
import { awayWords } from '../../../language/awayFromWords.ts'
import { stageWords } from '../../../language/codeWords.ts'
import { distanceWords } from '../../../language/placeWords.ts'
import { standingWords } from '../../../language/rowWords.ts'
import { m } from '../../../language/words/messages.js'
import { HouseDrawing } from '../../../ui/HouseDrawing.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'
import type { HouseholdPage } from '../../store/queries/useHousehold.ts'

type Props = {
  row: HouseholdRow
  /** Null while the books are still being read. */
  page: HouseholdPage | null
  /** One's own place; null where it isn't followed. */
  from: Point | null
  measure(): void
  setPlace(): void
  /** What was just saved, if anything. */
  children?: ReactNode
}

/** One household on the map: who, how far, and what one can do there. Never its poverty or health. */
export const HouseholdCard = ({ row, page, from, measure, setPlace, children }: Props) => {
  const areas = useAreas()
  const { location, phone, wayIn } = page?.household.fields ?? {}
  const build = page?.builds.at(-1)
  const early = build?.stage === 'planned' || build?.stage === 'foundation'
  return (
    <div className="stack map-household">
      <div className="title">
        <HouseDrawing stage={row.stage} mark={row.mark} size={56} label={stageWords[row.stage]()} />
        <div className="what">
          <p>
            {areas.title(row.village)} · {standingWords(row)}
          </p>
          {row.point !== null && from !== null && <p className="away">{awayWords(from, row.point)}</p>}
          <p className="soft">{placeWords(location)}</p>
          {row.point === null && wayIn && <p className="soft">{m.today_way({ way: wayIn })}</p>}
        </div>
      </div>
      {children}
      <div className="side-by-side">
        <Link className="button main" href={`/households/${row.id}/visit`}>
          {m.household_visit()}
        </Link>
        {build !== undefined && (
          <Link className="button" href={early ? `/builds/${build.id}/check` : `/builds/${build.id}/stage`}>
            {early ? m.build_check() : m.household_stage()}
          </Link>
        )}
        <Link className="button" href={`/households/${row.id}`}>
          {m.map_open()}
        </Link>
        {row.point !== null && from === null && (
          <button type="button" className="button" onClick={measure}>
            {m.map_how_far()}
          </button>
        )}
        {phone && (
          <a className="button" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
            {m.map_call()}
          </a>
        )}
        {page !== null && page.moves.to === null && (
          <button type="button" className="button" onClick={setPlace}>
            {row.point === null ? m.map_place_set() : m.map_place_mend()}
          </button>
        )}
      </div>
    </div>
  )
}

const placeWords = (location: Location | null | undefined): string => {
  if (location === null || location === undefined || 'missing' in location) return m.map_place_none()
  if (location.accuracy === null) return m.map_place_known()
  const accuracy = distanceWords(location.accuracy)
  return location.by === 'gps' ? m.map_place_gps({ accuracy }) : m.map_place_pin({ accuracy })
}
