import { useState } from 'react'
import { sheetSlot } from '../../../../domain/entries/copiedFromPaper.ts'
import { dayWords } from '../../../../language/locale.ts'
import { m } from '../../../../language/words/messages.js'
import { useEntryMark } from '../../../store/queries/useEntryMark.ts'
import { useVisit } from '../../../store/queries/useVisit.ts'
import { Gone } from '../Gone.tsx'
import { MarkNumbers } from '../MarkNumbers.tsx'
import { PaperFrame } from '../PaperFrame.tsx'
import { SheetPages } from '../SheetPages.tsx'
import { SmallPicture } from '../SmallPicture.tsx'
import { VisitFacts } from './VisitFacts.tsx'
import { VisitTold } from './VisitTold.tsx'

/** A visit as recorded, with the mark that ties the paper to its entry. */
export const VisitSheet = ({ entry }: { entry: string }) => {
  const page = useVisit(entry)
  const mark = useEntryMark(entry)
  const [own, setOwn] = useState(false)
  if (page === null) return <Gone />
  const { visit, household, photos, pages } = page
  const others = photos.filter(({ slot }) => slot !== sheetSlot)
  return (
    <PaperFrame
      title={`${m.print_visit_title()} ${dayWords(visit.date, '')}`}
      ready={mark !== null}
      choice={
        <label className="paper-choice">
          <input type="checkbox" checked={own} onChange={() => setOwn(!own)} />
          <span>
            {m.print_visit_own()} <span className="soft">{m.print_visit_own_why()}</span>
          </span>
        </label>
      }
    >
      <article className="a4">
        <VisitFacts page={page} mark={mark} />
        <VisitTold visit={visit.body} own={own} />
        {others.length > 0 && (
          <section className="paper-part">
            <h2>{m.review_photos()}</h2>
            <ul className="paper-photos">
              {others.map((body) => (
                <li key={body.photo}>
                  <SmallPicture body={body} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {own && <SheetPages pages={pages} photos={photos} />}
        {mark !== null && <MarkNumbers mark={mark} book={household.book} />}
      </article>
    </PaperFrame>
  )
}
