import { useEffect, useState } from 'react'
import type { PhotoTaken } from '../../domain/entries/communeBodies.ts'
import type { Refusal } from '../../domain/entries/refusal.ts'
import { type Capture, captureOf } from '../../domain/photos/captureOf.ts'
import type { PictureFinding } from '../../domain/photos/judgePicture.ts'
import type { Location } from '../../domain/place/location.ts'
import { refusalFor } from '../../language/refusalWords.ts'
import { m } from '../../language/words/messages.js'
import { Notice } from '../../ui/Notice.tsx'
import { sayConsent, takeOutPhoto } from '../record/stagedPhoto.ts'
import { stagePhoto } from '../record/stagePhoto.ts'
import { useStore } from '../store/queries/StoreContext.tsx'
import { useStagedPhotos } from '../store/queries/useStagedPhotos.ts'
import { Camera } from './Camera.tsx'
import { PhotoSlot, type Slot } from './PhotoSlot.tsx'
import { PhotoViewer } from './PhotoViewer.tsx'
import { useSlotWaiting } from './useSlotWaiting.ts'
import './pictures.css'

type Props = {
  /** The draft that the photos are taken for. */
  draft: string
  slots: readonly Slot[]
  /** Where this phone is now, for the capture record. */
  here: Location | null
  /** Photos that an earlier record names and that this one takes over, by slot. */
  kept?: { readonly [slot: string]: readonly PhotoTaken[] }
  /** What may be in these pictures, and what not. */
  rule?: string
}

/** Photos of a form, slot by slot: a tap opens the camera, the next one takes the photo, and it is on the disk. */
export const PhotoSlots = ({ draft, slots, here, kept = {}, rule = m.photo_rule() }: Props) => {
  const store = useStore()
  const staged = useStagedPhotos(draft)
  const { waiting, begin, end } = useSlotWaiting(draft)
  const [camera, setCamera] = useState<Slot | null>(null)
  const [viewed, setViewed] = useState<string | null>(null)
  const [saving, setSaving] = useState(0)
  const [said, setSaid] = useState<{ slot: Slot; finding: PictureFinding } | null>(null)
  const [refusals, setRefusals] = useState<Refusal[]>([])
  // Said here at once; the rows follow when they are written, and speak for all slots of the form.
  const [consentSaid, setConsentSaid] = useState<boolean | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is over when the rows have come.
  useEffect(() => setConsentSaid(null), [staged])
  const consent = consentSaid ?? staged.at(-1)?.body.consent ?? false
  const say = (yes: boolean) => {
    setConsentSaid(yes)
    void sayConsent(store, draft, yes)
  }
  const keep = async (slot: Slot, picture: ImageBitmap | File, capture: Capture) => {
    setCamera(null)
    setRefusals([])
    setSaving((count) => count + 1)
    const result = await stagePhoto(store, picture, { draft, slot: slot.id, capture, consent })
    setSaving((count) => count - 1)
    end()
    if (result.ok) setSaid({ slot, finding: result.value.finding })
    else setRefusals(result.refusals)
  }
  const all = slots.flatMap((slot) => photosOf(slot).map((body) => ({ slot, body, title: slot.title })))
  function photosOf({ id }: Slot): PhotoTaken[] {
    return [...(kept[id] ?? []), ...staged.filter(({ body }) => body.slot === id).map(({ body }) => body)]
  }
  const at = all.findIndex(({ body }) => body.photo === viewed)
  const open = all[at]
  const trouble = refusalFor(refusals, 'photo')
  return (
    <section className="stack" aria-label={slots.length === 1 ? slots[0]?.title : m.photo_title()}>
      <p className="soft">{rule}</p>
      <ul className="slots">
        {slots.map((slot) => (
          <PhotoSlot
            key={slot.id}
            slot={slot}
            photos={photosOf(slot)}
            waiting={slot.id === waiting}
            take={() => {
              begin(slot.id)
              setCamera(slot)
            }}
            see={(body) => setViewed(body.photo)}
          />
        ))}
      </ul>
      {saving > 0 && <Notice>{m.photo_saving()}</Notice>}
      {trouble && <Notice tone="red">{trouble}</Notice>}
      {said !== null && said.finding !== 'well' && (
        <Notice tone="amber">
          {said.finding === 'dark'
            ? m.photo_dark({ title: said.slot.title })
            : m.photo_blurred({ title: said.slot.title })}
        </Notice>
      )}
      {staged.some(({ body }) => slots.some(({ id }) => id === body.slot)) && (
        <label className="consent">
          <input type="checkbox" checked={consent} onChange={({ target }) => say(target.checked)} />
          {m.photo_consent()}
        </label>
      )}
      {camera !== null && (
        <Camera
          title={camera.title}
          hint={camera.hint}
          close={() => {
            end()
            setCamera(null)
          }}
          taken={(frame) =>
            void keep(camera, frame, { source: 'camera', takenMs: store.device.nowMs(), location: here })
          }
          chosen={(file) =>
            void keep(
              camera,
              file,
              camera.ofOthers
                ? { source: 'gallery', takenMs: file.lastModified, location: null }
                : captureOf(file.lastModified, store.device.nowMs(), here),
            )
          }
        />
      )}
      {open !== undefined && (
        <PhotoViewer
          photos={all}
          at={at}
          goTo={(to) => setViewed(all[to]?.body.photo ?? null)}
          close={() => setViewed(null)}
        >
          {staged.some(({ photo }) => photo === open.body.photo) && (
            <div className="side-by-side">
              <button
                type="button"
                className="button"
                onClick={() => {
                  setViewed(null)
                  void takeOutPhoto(store, open.body.photo)
                }}
              >
                {m.photo_remove()}
              </button>
            </div>
          )}
        </PhotoViewer>
      )}
    </section>
  )
}
