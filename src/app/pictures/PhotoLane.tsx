import { numberWords } from '../../language/locale.ts'
import { bytesWords, photoAsideWords } from '../../language/photoWords.ts'
import { m } from '../../language/words/messages.js'
import { type PhotoRow, useOwnPhotos } from '../store/queries/usePhotoRows.ts'
import { photoCounts } from './photoCounts.ts'

/** Where the photos of this phone stand, counted from storage; nothing where there are none. */
export const PhotoLane = () => {
  const rows = useOwnPhotos()
  const { total, safe, aside, bytesLeft } = photoCounts(rows)
  if (total === 0) return null
  const all = safe === total
  return (
    <section className="card">
      <h2>
        {all
          ? m.photo_lane_all({ count: numberWords(total) })
          : m.photo_lane_some({ done: numberWords(safe), total: numberWords(total) })}
      </h2>
      <progress className={all ? 'bar leaf' : 'bar'} value={safe} max={total} aria-label={m.photo_title()} />
      {bytesLeft > 0 && <p className="soft">{m.photo_lane_left({ size: bytesWords(bytesLeft) })}</p>}
      {aside > 0 && (
        <p>
          {m.photo_lane_aside({ count: numberWords(aside) })} · {asideCodes(rows).map(photoAsideWords).join(' · ')}
        </p>
      )}
    </section>
  )
}

const asideCodes = (rows: readonly PhotoRow[]): string[] => [
  ...new Set(
    rows
      .flatMap(({ preview, evidence }) => [preview, evidence])
      .flatMap((one) => (one.at === 'aside' ? [one.code] : [])),
  ),
]
