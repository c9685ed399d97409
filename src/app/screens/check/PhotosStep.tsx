import { chosenWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'
import type { Slot } from '../../pictures/PhotoSlot.tsx'
import { PhotoSlots } from '../../pictures/PhotoSlots.tsx'
import type { StepProps } from './stepProps.ts'

/** The photos that this sitting asks for, slot by slot; a missing one is said and never blocks. */
export const PhotosStep = ({ draft, checklist, returned, place, photoDraft, kept }: StepProps) => {
  const asked = checklist.photos.filter(({ sitting }) => sitting === undefined || sitting === draft.sitting)
  const wanted = returned?.review.body.wanted ?? []
  const slots: Slot[] = asked.map(({ id, title, hint, required }) => ({
    id,
    title: chosenWords(title),
    hint: hint && chosenWords(hint),
    required,
  }))
  return (
    <>
      <h1 tabIndex={-1}>{m.check_photos()}</h1>
      {asked.some(({ id }) => wanted.includes(id)) && (
        <Notice tone="amber">{returned?.review.body.reason ?? m.review_wanted()}</Notice>
      )}
      <PhotoSlots
        draft={photoDraft}
        slots={[...slots, { id: 'other', title: m.photo_other(), required: false }]}
        here={place.location()}
        kept={kept}
      />
    </>
  )
}
