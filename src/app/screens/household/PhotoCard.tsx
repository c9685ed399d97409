import { useState } from 'react'
import type { Photo } from '../../../domain/build/build.ts'
import { numberWords } from '../../../language/locale.ts'
import { slotWords } from '../../../language/slotWords.ts'
import { m } from '../../../language/words/messages.js'
import { PhotoStrip } from '../../pictures/PhotoStrip.tsx'
import { useOwnPhotos } from '../../store/queries/usePhotoRows.ts'
import { useSlotTitle } from '../../store/queries/useSlotTitle.ts'

/** So many are seen at once: what was recorded stands below, and is not to be scrolled for. */
const mostShown = 6

/** Photos of the household and its builds; of this phone's own it says how many are safe. */
export const PhotoCard = ({ photos }: { photos: readonly Photo[] }) => {
  const titleOf = useSlotTitle()
  const rows = useOwnPhotos()
  const [all, setAll] = useState(false)
  if (photos.length === 0) return null
  const named = new Set(photos.map(({ body }) => body.photo))
  const own = rows.filter(({ photo }) => named.has(photo))
  const safe = own.filter(({ state }) => state === 'safe').length
  const shown = photos.slice(0, all ? photos.length : mostShown).map(({ body }) => {
    return { body, title: slotWords(body.slot ?? '', titleOf(body) ?? null) }
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
      {shown.length < photos.length && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          {m.photo_all({ count: photos.length })}
        </button>
      )}
    </section>
  )
}
