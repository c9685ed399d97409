import { distanceMetres, type Point } from './distance.ts'
import type { Fix } from './fix.ts'

/** What is said about a check's place, in metres. A remark for the eye: nothing of it blocks. */
export type PlaceRemark =
  | { code: 'not-sharp'; accuracy: number; wanted: number }
  | { code: 'far'; distance: number; allowed: number }

export const judgePlace = (
  fix: Fix,
  registered: Point | null,
  { maxAccuracy, maxDistance }: { maxAccuracy: number; maxDistance: number },
): PlaceRemark[] => {
  const remarks: PlaceRemark[] = []
  if (fix.accuracy > maxAccuracy) remarks.push({ code: 'not-sharp', accuracy: fix.accuracy, wanted: maxAccuracy })
  if (registered !== null) {
    const distance = distanceMetres(fix, registered)
    // A blurred fix may stand anywhere in its circle: only what is surely too far is said.
    if (distance - fix.accuracy > maxDistance) remarks.push({ code: 'far', distance, allowed: maxDistance })
  }
  return remarks
}
