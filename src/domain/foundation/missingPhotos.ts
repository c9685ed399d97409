import type { FoundationChecked } from '../entries/communeBodies.ts'
import type { ChecklistPublished } from '../entries/districtBodies.ts'

/** Required photo slots of that sitting that have no photo: said in the village, never a reason not to save. */
export const missingPhotos = (
  checklist: ChecklistPublished,
  check: Pick<FoundationChecked, 'sitting' | 'photos'>,
): string[] =>
  checklist.photos
    .filter(({ required, sitting }) => required && (sitting === undefined || sitting === check.sitting))
    .filter(({ id }) => (check.photos[id] ?? []).length === 0)
    .map(({ id }) => id)
