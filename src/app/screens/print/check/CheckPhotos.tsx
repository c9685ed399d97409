import { sheetSlot } from '../../../../domain/entries/copiedFromPaper.ts'
import { checkPhotos } from '../../../../domain/lists/checkPhotos.ts'
import { slotWords } from '../../../../language/slotWords.ts'
import { m } from '../../../../language/words/messages.js'
import type { CheckPage } from '../../../store/queries/useBuild.ts'
import { SmallPicture } from '../SmallPicture.tsx'

/**
 * Small pictures where they are on this device. Under each stands its slot's title and never what people
 * wrote. The sheet's pages stand larger, by themselves.
 */
export const CheckPhotos = ({ page: { check, checklist, photos } }: { page: CheckPage }) => (
  <section>
    <h2>{m.review_photos()}</h2>
    <ul className="paper-photos">
      {checkPhotos(check, checklist, photos)
        .filter(({ slot }) => slot.id !== sheetSlot)
        .map(({ slot, taken, coming }) => (
          <li key={slot.id}>
            {taken.map((body) => (
              <SmallPicture key={body.photo} body={body} />
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
