import { sheetPagesOfCheck } from '../../../../domain/entries/photosOfRecord.ts'
import { chosenWords, dayWords } from '../../../../language/locale.ts'
import { m } from '../../../../language/words/messages.js'
import { useCheck } from '../../../store/queries/useBuild.ts'
import { useEntryMark } from '../../../store/queries/useEntryMark.ts'
import { Gone } from '../Gone.tsx'
import { MarkNumbers } from '../MarkNumbers.tsx'
import { PaperFrame } from '../PaperFrame.tsx'
import { SheetPages } from '../SheetPages.tsx'
import { CheckAnswers } from './CheckAnswers.tsx'
import { CheckFacts } from './CheckFacts.tsx'
import { CheckFound } from './CheckFound.tsx'
import { CheckPhotos } from './CheckPhotos.tsx'
import { CheckSignatures } from './CheckSignatures.tsx'

/** A check as recorded, with what the inspector answered, and the mark that ties the paper to its entry. */
export const CheckSheet = ({ entry }: { entry: string }) => {
  const page = useCheck(entry)
  const mark = useEntryMark(entry)
  if (page === null) return <Gone />
  const { check, checklist } = page
  const title = `${checklist === null ? m.review_answers() : chosenWords(checklist.title)} ${dayWords(check.body.date, '')}`
  return (
    <PaperFrame title={title} ready={mark !== null}>
      <article className="a4">
        <CheckFacts page={page} mark={mark} />
        <CheckFound page={page} />
        <CheckAnswers check={check} checklist={checklist} />
        <CheckSignatures signatures={check.body.signatures ?? []} slots={checklist?.signatures ?? []} />
        <CheckPhotos page={page} />
        <SheetPages pages={sheetPagesOfCheck(check.body)} photos={page.photos} />
        {mark !== null && <MarkNumbers mark={mark} book={page.build.book} />}
      </article>
    </PaperFrame>
  )
}
