import type { Check } from '../build/build.ts'
import type { PhotoTaken } from '../entries/communeBodies.ts'
import type { ChecklistPublished, PhotoSlot } from '../entries/districtBodies.ts'
import { missingPhotos } from '../foundation/missingPhotos.ts'

/**
 * A slot with its photos; `coming`: named by the check, their records not here yet. `title` is null of what the
 * checklist doesn't ask for: the sheet, a family's own photo of an item, another one.
 */
export type SlotPhotos = {
  slot: Pick<PhotoSlot, 'id'> & { title: PhotoSlot['title'] | null }
  taken: PhotoTaken[]
  coming: number
  missing: boolean
}

/** In the checklist's order, so that two checks can be compared slot by slot; then what else was taken. */
export const checkPhotos = (
  { body }: Check,
  checklist: ChecklistPublished | null,
  taken: readonly PhotoTaken[],
): SlotPhotos[] => {
  if (checklist === null) return []
  const missing = new Set(missingPhotos(checklist, body))
  const asked = checklist.photos.filter(({ sitting }) => sitting === undefined || sitting === body.sitting)
  const others = Object.keys(body.photos).filter(
    (id) => (body.photos[id] ?? []).length > 0 && !asked.some((slot) => slot.id === id),
  )
  return [...asked, ...others.map((id) => ({ id, title: null }))].map(({ id, title }) => {
    const named = body.photos[id] ?? []
    // In the order that the check names them: a sheet's pages are read one after the other.
    const here = named.flatMap((id) => taken.find(({ photo }) => photo === id) ?? [])
    return { slot: { id, title }, taken: here, coming: named.length - here.length, missing: missing.has(id) }
  })
}
