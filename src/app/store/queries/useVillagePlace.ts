import { type Point, pointOf } from '../../../domain/place/distance.ts'
import { middleOf } from '../../../domain/place/middleOf.ts'
import { useAreas } from './useAreas.ts'
import { useHouseholds } from './useHouseholds.ts'

/** Where a village lies: as the office declared it, else amid its houses; null where nothing of it has a place. */
export const useVillagePlace = (village: string): Point | null => {
  const centre = useAreas().byId(village)?.centre
  const rows = useHouseholds({ village })
  if (centre !== undefined) return { lon: centre[0], lat: centre[1] }
  return middleOf(rows.flatMap(({ point }) => pointOf(point) ?? []))
}
