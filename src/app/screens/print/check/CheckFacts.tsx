import { paperMark } from '../../../../domain/paper/paperMark.ts'
import { clockWords } from '../../../../language/clockWords.ts'
import { chosenWords, dayWords, momentWords } from '../../../../language/locale.ts'
import { m } from '../../../../language/words/messages.js'
import { QrDrawing } from '../../../../ui/QrDrawing.tsx'
import { useAbout } from '../../../store/queries/useAbout.ts'
import { useAreas } from '../../../store/queries/useAreas.ts'
import type { CheckPage } from '../../../store/queries/useBuild.ts'
import type { EntryMark } from '../../../store/queries/useEntryMark.ts'
import { usePeople } from '../../../store/queries/usePeople.ts'
import { Fact } from '../Fact.tsx'
import { PaperHead } from '../PaperHead.tsx'
import { placeSaid } from '../placeSaid.ts'
import { whereWords } from '../villageWords.ts'

/** Whose foundation, who looked at it, when, with which device. */
export const CheckFacts = ({ page, mark }: { page: CheckPage; mark: EntryMark | null }) => {
  const { check, build, checklist, household } = page
  const { sitting, date, copied, answersReview, location, clock, with: joined = [] } = check.body
  const areas = useAreas()
  const people = usePeople()
  const { title: owner } = useAbout(build.book, build.id)
  return (
    <div className="paper-top">
      <div>
        <PaperHead
          title={checklist === null ? m.review_answers() : chosenWords(checklist.title)}
          about={sitting === 'before-concrete' ? m.check_before() : m.check_done()}
        />
        <dl className="paper-facts">
          <Fact title={m.print_household()}>{owner}</Fact>
          {household && <Fact title={m.print_where()}>{whereWords(areas, household.fields.village)}</Fact>}
          <Fact title={m.check_date()}>
            {dayWords(date, '')}
            {clock && <span className="paper-under">{clockWords(clock)}</span>}
          </Fact>
          <Fact title={m.print_who()}>{people.get(check.person)?.name ?? '?'}</Fact>
          {joined.length > 0 && <Fact title={m.print_with()}>{joined.map(({ name }) => name).join(', ')}</Fact>}
          <Fact title={m.print_when()}>{momentWords(check.ms, 0)}</Fact>
          <Fact title={m.print_device()}>{check.device.slice(0, 8)}</Fact>
          <Fact title={m.print_place()}>{placeSaid(location)}</Fact>
          {answersReview && <Fact title={m.print_answers_return()}>{m.yes()}</Fact>}
        </dl>
        {copied && <p>{m.print_copied_from({ name: copied.measuredBy, day: dayWords(copied.measuredOn, '') })}</p>}
      </div>
      {mark !== null && <QrDrawing text={paperMark('check', mark.id, mark.hash)} label={m.print_mark_qr()} />}
    </div>
  )
}
