import type { Check } from '../build/build.ts'
import type { PhotoTaken } from '../entries/communeBodies.ts'
import type { ChecklistPublished, PhotoSlot } from '../entries/districtBodies.ts'
import { missingPhotos } from '../foundation/missingPhotos.ts'

/** A slot of a check's checklist with its photos; `coming`: named by the check, their records not here yet. */
export type SlotPhotos = { slot: PhotoSlot; taken: PhotoTaken[]; coming: number; missing: boolean }

/** In the checklist's order, so that two checks can be compared slot by slot. */
export const checkPhotos = (
  { body }: Check,
  checklist: ChecklistPublished | null,
  taken: readonly PhotoTaken[],
): SlotPhotos[] => {
  if (checklist === null) return []
  const missing = new Set(missingPhotos(checklist, body))
  return checklist.photos
    .filter(({ sitting }) => sitting === undefined || sitting === body.sitting)
    .map((slot) => {
      const named = body.photos[slot.id] ?? []
      const here = taken.filter(({ photo }) => named.includes(photo))
      return { slot, taken: here, coming: named.length - here.length, missing: missing.has(slot.id) }
    })
}
