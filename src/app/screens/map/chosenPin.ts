import type { HouseholdRow } from '../../../domain/lists/householdRows.ts'
import type { ChosenPin } from '../../map/view/VillageMap.tsx'
import type { HouseholdPage } from '../../store/queries/useHousehold.ts'

/** The pin that stands out, with the circle that its house surely lies in; null where it has no place. */
export const chosenPin = (row: HouseholdRow | undefined, page: HouseholdPage | null): ChosenPin | null => {
  if (row === undefined || row.point === null) return null
  const location = page?.household.fields.location
  const accuracy = location && 'accuracy' in location ? location.accuracy : null
  const { id, stage, mark, point } = row
  return { id, stage, mark, lat: point.lat, lon: point.lon, accuracy }
}
