import { paperMark } from '../../../../domain/paper/paperMark.ts'
import { clockWords } from '../../../../language/clockWords.ts'
import { copiedWords } from '../../../../language/copiedWords.ts'
import { dayWords, momentWords } from '../../../../language/locale.ts'
import { m } from '../../../../language/words/messages.js'
import { QrDrawing } from '../../../../ui/QrDrawing.tsx'
import { useAreas } from '../../../store/queries/useAreas.ts'
import type { EntryMark } from '../../../store/queries/useEntryMark.ts'
import { usePeople } from '../../../store/queries/usePeople.ts'
import type { VisitPage } from '../../../store/queries/useVisit.ts'
import { Fact } from '../Fact.tsx'
import { PaperHead } from '../PaperHead.tsx'
import { placeSaid } from '../placeSaid.ts'
import { whereWords } from '../villageWords.ts'

/** Who was visited, by whom, when, with which device. */
export const VisitFacts = ({ page: { visit, household }, mark }: { page: VisitPage; mark: EntryMark | null }) => {
  const { date, copied, location, clock, with: joined = [] } = visit.body
  const areas = useAreas()
  const people = usePeople()
  return (
    <div className="paper-top">
      <div>
        <PaperHead title={m.print_visit_title()} />
        <dl className="paper-facts">
          <Fact title={m.print_household()}>{household.fields.headName}</Fact>
          <Fact title={m.print_where()}>{whereWords(areas, household.fields.village)}</Fact>
          <Fact title={m.visit_date()}>
            {dayWords(date, '')}
            {clock && <span className="paper-under">{clockWords(clock)}</span>}
          </Fact>
          <Fact title={m.print_who()}>{people.get(visit.person)?.name ?? '?'}</Fact>
          {joined.length > 0 && <Fact title={m.print_with()}>{joined.map(({ name }) => name).join(', ')}</Fact>}
          <Fact title={m.print_when()}>{momentWords(visit.ms, 0)}</Fact>
          <Fact title={m.print_device()}>{visit.device.slice(0, 8)}</Fact>
          <Fact title={m.print_place()}>{placeSaid(location)}</Fact>
        </dl>
        {copied && <p>{copiedWords(copied, 'written')}</p>}
      </div>
      {mark !== null && <QrDrawing text={paperMark('visit', mark.id, mark.hash)} label={m.print_mark_qr()} />}
    </div>
  )
}
