import { stageWords } from '../../../language/codeWords.ts'
import { waitingWords } from '../../../language/waitingWords.ts'
import { m } from '../../../language/words/messages.js'
import { HouseholdLine } from '../../../ui/HouseholdLine.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'
import { useMe } from '../../store/queries/useMe.ts'
import type { ReviewRow } from '../../store/queries/useReviewQueue.ts'

/** The queue on a phone. */
export const QueueRows = ({ rows }: { rows: readonly ReviewRow[] }) => {
  const areas = useAreas()
  const today = useMe()?.today ?? ''
  return (
    <ul className="list phone">
      {rows.map((row) => (
        <HouseholdLine
          key={row.check.entry}
          href={`/review/${row.check.entry}`}
          name={'station' in row.build.for ? m.household_station() : row.name}
          about={waitingWords(row, [areas.title(row.village), areas.title(row.build.book)], today)}
          stage={row.build.stage}
          stageTitle={stageWords[row.build.stage]()}
          mark="waiting"
        >
          {row.flags.length > 0 && <Tag tone="amber">{m.review_flags()}</Tag>}
        </HouseholdLine>
      ))}
    </ul>
  )
}
