import type { PhotoTaken } from '../../../domain/entries/communeBodies.ts'
import { sheetPageWords } from '../../../language/sheetWords.ts'
import { m } from '../../../language/words/messages.js'
import { usePicture } from '../../pictures/usePicture.ts'

type Props = { pages: readonly string[]; photos: readonly PhotoTaken[] }

/** The sheet that a record was copied from, page by page, large enough to be read where the whole photo is here. */
export const SheetPages = ({ pages, photos }: Props) =>
  pages.length === 0 ? null : (
    <section className="paper-part">
      <h2>{m.paper_sheet()}</h2>
      <ul className="paper-photos paper-pages">
        {pages.map((page, at) => (
          <li key={page}>
            <Page body={photos.find(({ photo }) => photo === page)} />
            <span className="paper-under">{sheetPageWords(at + 1, pages.length)}</span>
          </li>
        ))}
      </ul>
    </section>
  )

const Page = ({ body }: { body: PhotoTaken | undefined }) => {
  const kept = body !== undefined && body.bytesKept !== false
  const whole = usePicture(kept ? body.sha256 : null)
  const small = usePicture(kept ? body.preview.sha256 : null)
  const shown = whole.at === 'here' ? whole : small
  if (shown.at === 'here') return <img src={shown.url} alt="" />
  return <span className="paper-no-photo">{shown.at === 'elsewhere' && m.print_photo_away()}</span>
}
