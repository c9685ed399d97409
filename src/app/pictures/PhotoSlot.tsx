import { useEffect, useRef } from 'react'
import type { PhotoTaken } from '../../domain/entries/communeBodies.ts'
import { m } from '../../language/words/messages.js'
import { Notice } from '../../ui/Notice.tsx'
import { PhotoThumb } from './PhotoThumb.tsx'

export type Slot = {
  id: string
  title: string
  hint?: string | undefined
  required: boolean
  /** Somebody else's picture of another day: chosen, it was not taken here and now, however young its file. */
  ofOthers?: boolean
}

type Props = {
  slot: Slot
  photos: readonly PhotoTaken[]
  /** The page was killed while a photo for it was being taken. */
  waiting: boolean
  take(): void
  see(photo: PhotoTaken): void
}

/** One photo that is asked for: what it shows, the way to take it, and those that were taken. */
export const PhotoSlot = ({ slot: { title, hint, required }, photos, waiting, take, see }: Props) => {
  const button = useRef<HTMLButtonElement>(null)
  // Back to where the person was [L12].
  useEffect(() => {
    if (!waiting) return
    button.current?.scrollIntoView({ block: 'center' })
    button.current?.focus({ preventScroll: true })
  }, [waiting])
  return (
    <li className="slot">
      <div className="line">
        <div className="what">
          <strong className={photos.length > 0 ? 'done' : undefined}>{title}</strong>
          <span className="soft">
            {[required ? m.photo_required() : m.photo_optional(), hint].filter(Boolean).join(' · ')}
          </span>
        </div>
        <button ref={button} type="button" className="button" aria-label={m.photo_take_of({ title })} onClick={take}>
          {photos.length === 0 ? m.photo_take() : m.photo_more()}
        </button>
      </div>
      {waiting && <Notice tone="amber">{m.photo_slot_waiting()}</Notice>}
      {photos.length > 0 && (
        <div className="photo-row">
          {photos.map((body) => (
            <PhotoThumb key={body.photo} body={body} title={title} quiet open={() => see(body)} />
          ))}
        </div>
      )}
    </li>
  )
}
