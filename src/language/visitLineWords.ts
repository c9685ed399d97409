import type { VisitRecorded } from '../domain/entries/communeBodies.ts'
import { awayWords, needWords, purposeWords } from './codeWords.ts'
import { dwellingSinceWords, oldHouseWords } from './livingWords.ts'
import { dayWords } from './locale.ts'
import { m } from './words/messages.js'

/** What was written of a visit beyond its outcome, a part a line. */
export const visitLineWords = (visit: VisitRecorded): string[] => {
  const {
    dwelling = 'unknown',
    dwellingSince: since = null,
    oldHouseDown = null,
    language = '',
    interpreter = '',
  } = visit
  const living = { dwelling, since, oldHouseDown }
  const companions = (visit.with ?? []).map(({ name }) => name).join(', ')
  const needs = (visit.needs ?? []).map(({ need, note }) => said([needWords[need]?.() ?? '', note ?? ''], ' '))
  return [
    said([visit.met ?? '', visit.awayWhere ? awayWords[visit.awayWhere]() : '']),
    visit.purposes.map((one) => purposeWords[one]?.() ?? '').join(', '),
    visit.findings ?? '',
    needs.length === 0 ? '' : m.line_needs({ needs: needs.join(', ') }),
    said([dwellingSinceWords(living, visit.date), oldHouseWords(living)]),
    said([
      language === '' ? '' : m.line_spoke({ language }),
      interpreter === '' ? '' : m.line_interpreter({ name: interpreter }),
    ]),
    companions === '' ? '' : m.line_with({ names: companions }),
    visit.noticeRead ? m.line_notice() : '',
    visit.next ? m.line_next({ day: dayWords(visit.next, visit.date) }) : '',
  ].filter((text) => text !== '')
}

const said = (parts: readonly string[], between = ' · '): string => parts.filter((text) => text !== '').join(between)
