import type { DistrictState } from '../../../domain/people/districtState.ts'
import { type Areas, areasOf } from '../../../domain/place/areas.ts'
import { useLiveStore } from './StoreContext.tsx'

const kept = new WeakMap<DistrictState, { version: number; areas: Areas }>()

/** The district's areas, computed once until its book changes. */
export const useAreas = (): Areas => {
  const { district } = useLiveStore()
  const before = kept.get(district)
  if (before?.version === district.version) return before.areas
  const areas = areasOf(district)
  kept.set(district, { version: district.version, areas })
  return areas
}
