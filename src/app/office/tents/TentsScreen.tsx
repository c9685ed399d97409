import { Link } from 'wouter'
import { daysBetween } from '../../../domain/time/day.ts'
import { clockWords } from '../../../language/clockWords.ts'
import { stageWords } from '../../../language/codeWords.ts'
import { dayWords, numberWords } from '../../../language/locale.ts'
import { nameWords } from '../../../language/rowWords.ts'
import { m } from '../../../language/words/messages.js'
import { HouseholdLine } from '../../../ui/HouseholdLine.tsx'
import { LongList } from '../../../ui/LongList.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'
import { useMe } from '../../store/queries/useMe.ts'
import { useTents } from '../../store/queries/useTents.ts'

/** The families in a tent, those longest there first: behind each number of the board stand people. */
export default function TentsScreen({ area }: { area: string }) {
  const areas = useAreas()
  const rows = useTents(area)
  const today = useMe()?.today ?? ''
  const since = (day: string | null) =>
    day === null
      ? m.board_tents_unknown()
      : m.board_tents_days({ day: dayWords(day, today), days: numberWords(Math.max(0, daysBetween(day, today))) })
  return (
    <main className="screen" id="content">
      <Link href="/board">‹ {m.nav_progress()}</Link>
      <div>
        <h1>{area === '' ? m.board_tents_first() : m.board_tents_of({ title: areas.title(area) })}</h1>
        <p className="soft">{m.today_count({ count: numberWords(rows.length) })}</p>
      </div>
      {rows.length === 0 && <p>{m.board_tents_none()}</p>}
      <LongList
        items={rows}
        draw={(row, place) => (
          <HouseholdLine
            key={row.id}
            href={`/households/${row.id}`}
            name={nameWords(row)}
            about={[
              areas.title(row.village),
              areas.title(row.book),
              since(row.dwellingSince),
              clockWords(row.dwellingClock),
            ]
              .filter((text) => text !== '')
              .join(' · ')}
            stage={row.stage}
            stageTitle={stageWords[row.stage]()}
            mark={row.mark}
            place={place}
          />
        )}
      />
    </main>
  )
}
