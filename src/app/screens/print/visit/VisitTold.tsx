import type { VisitRecorded } from '../../../../domain/entries/communeBodies.ts'
import { awayWords, needWords, outcomeWords, purposeWords } from '../../../../language/codeWords.ts'
import { dwellingSinceWords, oldHouseWords } from '../../../../language/livingWords.ts'
import { dayWords } from '../../../../language/locale.ts'
import { sentenceCase } from '../../../../language/sentenceCase.ts'
import { m } from '../../../../language/words/messages.js'

/** What came of a visit, a line each; people's own words only where `own` was asked for. */
export const VisitTold = ({ visit, own }: { visit: VisitRecorded; own: boolean }) => (
  <table className="paper-table paper-visit">
    <tbody>
      {linesOf(visit, own)
        .filter(([, said]) => said !== '')
        .map(([title, said]) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            <td>{sentenceCase(said)}</td>
          </tr>
        ))}
    </tbody>
  </table>
)

const linesOf = (visit: VisitRecorded, own: boolean): [title: string, said: string][] => {
  const { dwelling = 'unknown', dwellingSince: since = null, oldHouseDown = null } = visit
  const living = { dwelling, since, oldHouseDown }
  const needs = (visit.needs ?? []).map(({ need, note }) => listed([needWords[need]?.(), own ? note : ''], ' '))
  return [
    [m.visit_outcome(), outcomeWords[visit.outcome]?.() ?? ''],
    [m.visit_met(), visit.met ?? ''],
    [m.visit_away(), visit.awayWhere ? awayWords[visit.awayWhere]() : ''],
    [m.visit_purposes(), listed(visit.purposes.map((one) => purposeWords[one]?.()))],
    [m.visit_findings(), own ? (visit.findings ?? '') : ''],
    [m.visit_needs(), listed(needs)],
    [m.visit_dwelling(), dwellingSinceWords(living, '')],
    [m.print_visit_old(), oldHouseWords(living)],
    [m.print_visit_told(), visit.told?.length ? m.yes() : ''],
    [m.visit_language(), visit.language ?? ''],
    [m.visit_interpreter(), visit.interpreter ?? ''],
    [m.print_visit_notice(), visit.noticeRead ? m.yes() : ''],
    [m.visit_next(), visit.next ? dayWords(visit.next, '') : ''],
  ]
}

const listed = (parts: readonly (string | undefined)[], between = ', '): string =>
  parts.filter((part) => part !== undefined && part !== '').join(between)
