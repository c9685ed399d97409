import type { PhotoTaken } from '../../../../domain/entries/communeBodies.ts'
import { checkPhotos } from '../../../../domain/lists/checkPhotos.ts'
import { slotWords } from '../../../../language/slotWords.ts'
import { m } from '../../../../language/words/messages.js'
import { usePicture } from '../../../pictures/usePicture.ts'
import type { CheckPage } from '../../../store/queries/useBuild.ts'

/** Small pictures where they are on this device. Under each stands its slot's title and never what people wrote. */
export const CheckPhotos = ({ page: { check, checklist, photos } }: { page: CheckPage }) => (
  <section>
    <h2>{m.review_photos()}</h2>
    <ul className="paper-photos">
      {checkPhotos(check, checklist, photos).map(({ slot, taken, coming }) => (
        <li key={slot.id}>
          {taken.map((body) => (
            <Picture key={body.photo} body={body} />
          ))}
          {taken.length === 0 && (
            <span className="paper-no-photo">{coming > 0 ? m.print_photo_away() : m.print_no_photo()}</span>
          )}
          <span className="paper-under">{slotWords(slot.id, slot.title, checklist)}</span>
        </li>
      ))}
    </ul>
  </section>
)

const Picture = ({ body }: { body: PhotoTaken }) => {
  const picture = usePicture(body.bytesKept === false ? null : body.preview.sha256)
  if (picture.at === 'here') return <img src={picture.url} alt="" />
  return <span className="paper-no-photo">{picture.at === 'elsewhere' && m.print_photo_away()}</span>
}
