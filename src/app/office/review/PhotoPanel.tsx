import { useState } from 'react'
import type { PhotoTaken } from '../../../domain/entries/communeBodies.ts'
import type { SlotPhotos } from '../../../domain/lists/checkPhotos.ts'
import { m } from '../../../language/words/messages.js'
import { Tag } from '../../../ui/Tag.tsx'
import { PhotoThumb } from '../../pictures/PhotoThumb.tsx'
import { PhotoViewer, type Shown } from '../../pictures/PhotoViewer.tsx'
import { LargePhoto } from './LargePhoto.tsx'
import '../../pictures/pictures.css'

type TitledSlot = SlotPhotos & { title: string }
export type PhotoGroup = { title: string; slots: readonly TitledSlot[] }

/** Photos beside the checklist: one large, so that it can be compared with the measures, all slots small below it. */
export const PhotoPanel = ({ groups }: { groups: readonly PhotoGroup[] }) => {
  const all = groups.flatMap(({ slots }) => slots.flatMap(shownOf))
  const [at, setAt] = useState<number | null>(() => firstToLookAt(all))
  const [whole, setWhole] = useState(false)
  const large = at === null ? undefined : all[at]
  const open = (body: PhotoTaken) => setAt(all.findIndex((one) => one.body.photo === body.photo))
  return (
    <section className="card photo-panel" aria-labelledby="photos">
      <h2 id="photos">{m.review_photos()}</h2>
      {large && <LargePhoto shown={large} whole={() => setWhole(true)} />}
      {groups.map(({ title, slots }) => (
        <div key={title} className="stack tight">
          {groups.length > 1 && <h3 className="soft">{title}</h3>}
          <ul className="slot-photos" aria-label={title}>
            {slots.map((one) => (
              <Slot key={one.slot.id} one={one} chosen={large?.body.photo} open={open} />
            ))}
          </ul>
        </div>
      ))}
      {whole && at !== null && <PhotoViewer photos={all} at={at} goTo={setAt} close={() => setWhole(false)} />}
    </section>
  )
}

const Slot = ({ one, chosen, open }: { one: TitledSlot; chosen: string | undefined; open(body: PhotoTaken): void }) => (
  <li>
    {one.taken.map((body) => (
      <span key={body.photo} className={body.photo === chosen ? 'chosen' : ''}>
        <PhotoThumb body={body} title={one.title} open={() => open(body)} />
      </span>
    ))}
    {one.missing && <Tag tone="amber">{m.review_photo_none()}</Tag>}
    {one.coming > 0 && <Tag>{m.photo_elsewhere()}</Tag>}
    <span className="slot-title">{one.title}</span>
  </li>
)

const shownOf = ({ title, taken }: TitledSlot): Shown[] => taken.map((body) => ({ body, title }))

/** Where a trial has no picture to show, none stands large. */
const firstToLookAt = (all: readonly Shown[]): number | null => {
  const at = all.findIndex(({ body }) => body.bytesKept !== false)
  return at < 0 ? null : at
}
