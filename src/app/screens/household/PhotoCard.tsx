import type { Photo } from '../../../domain/build/build.ts'
import { chosenWords, numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { PhotoStrip } from '../../pictures/PhotoStrip.tsx'
import { useOwnPhotos } from '../../store/queries/usePhotoRows.ts'
import { useSlotTitle } from '../../store/queries/useSlotTitle.ts'

/** So many are seen at once; the rest by looking through them. */
const mostShown = 12

/** Photos of the household and its builds; of this phone's own it says how many are safe. */
export const PhotoCard = ({ photos }: { photos: readonly Photo[] }) => {
  const titleOf = useSlotTitle()
  const rows = useOwnPhotos()
  if (photos.length === 0) return null
  const named = new Set(photos.map(({ body }) => body.photo))
  const own = rows.filter(({ photo }) => named.has(photo))
  const safe = own.filter(({ state }) => state === 'safe').length
  const shown = photos.slice(0, mostShown).map(({ body }) => {
    const title = titleOf(body)
    return { body, title: title === undefined ? m.photo_title() : chosenWords(title) }
  })
  return (
    <section className="card" aria-labelledby="photos">
      <div className="head">
        <h2 id="photos">{m.photo_title()}</h2>
        <span className="soft">
          {own.length === 0
            ? numberWords(photos.length)
            : m.photo_safe({ done: numberWords(safe), total: numberWords(own.length) })}
        </span>
      </div>
      <PhotoStrip photos={shown} label={m.photo_title()} />
    </section>
  )
}
