import type { MyDay } from '../domain/lists/myDay.ts'
import { longDayWords, numberWords } from './locale.ts'
import { m } from './words/messages.js'

/** The counts in words, those that say something; `waiting`: entries and photos without a receipt. */
export const myDayLines = (day: MyDay, waiting: number): string[] => {
  const visits = day.met + day.notMet
  const line = (count: number, what: () => string): string =>
    count === 0 ? '' : m.myday_line({ what: what(), count: numberWords(count) })
  return [
    visits === 0
      ? ''
      : m.myday_visits_line({
          count: numberWords(visits),
          met: numberWords(day.met),
          not: numberWords(day.notMet),
        }),
    line(day.checks, m.myday_checks),
    line(day.photos, m.myday_photos),
    line(day.registered, m.myday_registered),
    line(day.contributions, m.myday_contributions),
    line(day.stages, m.myday_stages),
    waiting === 0 ? m.myday_all_handed_in() : line(waiting, m.myday_waiting),
  ].filter((text) => text !== '')
}

/** What is shared: the day and the counts. Nobody's name, no household, no number of a record. */
export const myDayText = (day: MyDay, waiting: number, today: string): string =>
  [`${m.app_name()} · ${longDayWords(today)}`, ...myDayLines(day, waiting)].join('\n')
