import { distanceMetres, type Point } from './distance.ts'
import type { Fix } from './fix.ts'

/** What is said about the place of a check, a visit or a house, in metres. A remark for the eye: nothing of it blocks. */
export type PlaceRemark =
  | { code: 'not-sharp'; accuracy: number; wanted: number }
  | { code: 'far'; distance: number; allowed: number }
  | { code: 'far-from-village'; distance: number; allowed: number }

type Limits = { maxAccuracy: number; maxDistance: number }

export const judgePlace = (
  fix: Fix | null,
  registered: Point | null,
  { maxAccuracy, maxDistance }: Limits,
): PlaceRemark[] => {
  const remarks: PlaceRemark[] = []
  if (fix === null) return remarks
  if (fix.accuracy > maxAccuracy) remarks.push({ code: 'not-sharp', accuracy: fix.accuracy, wanted: maxAccuracy })
  if (registered !== null) {
    const distance = distanceMetres(fix, registered)
    // A blurred fix may stand anywhere in its circle: only what is surely too far is said.
    if (distance - fix.accuracy > maxDistance) remarks.push({ code: 'far', distance, allowed: maxDistance })
  }
  return remarks
}

/** The place of a house that is being written down, against where its village lies. */
export const judgeHousePlace = (fix: Fix | null, village: Point | null, limits: Limits): PlaceRemark[] =>
  judgePlace(fix, village, limits).map((remark) =>
    remark.code === 'far' ? { ...remark, code: 'far-from-village' } : remark,
  )
