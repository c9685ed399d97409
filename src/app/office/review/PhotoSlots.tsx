import type { Check } from '../../../domain/build/build.ts'
import type { PhotoTaken } from '../../../domain/entries/communeBodies.ts'
import type { ChecklistPublished } from '../../../domain/entries/districtBodies.ts'
import { missingPhotos } from '../../../domain/foundation/missingPhotos.ts'
import { chosenWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { Tag } from '../../../ui/Tag.tsx'
import { PhotoStrip } from '../../pictures/PhotoStrip.tsx'

type Props = { check: Check; checklist: ChecklistPublished | null; taken: readonly PhotoTaken[] }

/** The photos of a check beside its answers, and the checklist's slots with how many each has. */
export const PhotoSlots = ({ check, checklist, taken }: Props) => {
  const { sitting, photos } = check.body
  const slots = (checklist?.photos ?? []).filter((slot) => slot.sitting === undefined || slot.sitting === sitting)
  const missing = new Set(checklist === null ? [] : missingPhotos(checklist, check.body))
  const titles = new Map(slots.map(({ id, title }) => [id, chosenWords(title)]))
  const named = Object.entries(photos).flatMap(([slot, ids]) => ids.map((id) => ({ slot, id })))
  const shown = named.flatMap(({ slot, id }) => {
    const body = taken.find((one) => one.photo === id)
    return body === undefined ? [] : [{ body, title: titles.get(slot) ?? m.photo_title() }]
  })
  return (
    <section className="card" aria-labelledby="photos">
      <h2 id="photos">{m.review_photos()}</h2>
      {shown.length > 0 && <PhotoStrip photos={shown} label={m.review_photos()} />}
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
