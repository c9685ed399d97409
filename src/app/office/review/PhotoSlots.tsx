import type { Check } from '../../../domain/build/build.ts'
import type { ChecklistPublished } from '../../../domain/entries/districtBodies.ts'
import { missingPhotos } from '../../../domain/foundation/missingPhotos.ts'
import { chosenWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { Tag } from '../../../ui/Tag.tsx'

type Props = { check: Check; checklist: ChecklistPublished | null }

/** The checklist's photo slots of this sitting, each with how many photos it has. */
export const PhotoSlots = ({ check, checklist }: Props) => {
  const { sitting, photos } = check.body
  const slots = (checklist?.photos ?? []).filter((slot) => slot.sitting === undefined || slot.sitting === sitting)
  const missing = new Set(checklist === null ? [] : missingPhotos(checklist, check.body))
  return (
    <section className="card" aria-labelledby="photos">
      <h2 id="photos">{m.review_photos()}</h2>
      <ul className="slots">
        {slots.map(({ id, title }) => (
          <li key={id}>
            <span>{chosenWords(title)}</span>
            <span>
              <Tag tone={missing.has(id) ? 'amber' : 'leaf'}>
                {missing.has(id) ? m.review_photo_none() : m.line_check_photos({ count: photos[id]?.length ?? 0 })}
              </Tag>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
