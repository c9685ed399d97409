import type { PhotoTaken } from '../../domain/entries/communeBodies.ts'
import { m } from '../../language/words/messages.js'
import { PhotoThumb } from './PhotoThumb.tsx'

export type Slot = {
  id: string
  title: string
  hint?: string | undefined
  required: boolean
  /** Somebody else's picture of another day: chosen, it was not taken here and now, however young its file. */
  ofOthers?: boolean
}

type Props = { slot: Slot; photos: readonly PhotoTaken[]; take(): void; see(photo: PhotoTaken): void }

/** One photo that is asked for: what it shows, the way to take it, and those that were taken. */
export const PhotoSlot = ({ slot: { title, hint, required }, photos, take, see }: Props) => (
  <li className="slot">
    <div className="line">
      <div className="what">
        <strong className={photos.length > 0 ? 'done' : undefined}>{title}</strong>
        <span className="soft">
          {[required ? m.photo_required() : m.photo_optional(), hint].filter(Boolean).join(' · ')}
        </span>
      </div>
      <button type="button" className="button" aria-label={m.photo_take_of({ title })} onClick={take}>
        {photos.length === 0 ? m.photo_take() : m.photo_more()}
      </button>
    </div>
    {photos.length > 0 && (
      <div className="photo-row">
        {photos.map((body) => (
          <PhotoThumb key={body.photo} body={body} title={title} quiet open={() => see(body)} />
        ))}
      </div>
    )}
  </li>
)
