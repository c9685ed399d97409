import { stageWords } from '../../../language/codeWords.ts'
import { dayWords } from '../../../language/locale.ts'
import { verdictWords } from '../../../language/verdictWords.ts'
import { m } from '../../../language/words/messages.js'
import { HouseholdLine } from '../../../ui/HouseholdLine.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'
import { useMe } from '../../store/queries/useMe.ts'
import { useReviewQueue } from '../../store/queries/useReviewQueue.ts'

/** Checks that wait for an answer, oldest first. */
export default function ReviewQueue() {
  const rows = useReviewQueue()
  const areas = useAreas()
  const me = useMe()
  return (
    <main className="screen" id="content">
      <div className="head">
        <h1>{m.review_title()}</h1>
        <span>{rows.length}</span>
      </div>
      {rows.length === 0 && <p>{m.review_empty()}</p>}
      <ul className="list">
        {rows.map(({ check, build, name, village, flags }) => (
          <HouseholdLine
            key={check.entry}
            href={`/review/${check.entry}`}
            name={name}
            about={`${areas.title(village)} · ${dayWords(check.body.date, me?.today ?? '')} · ${verdictWords[check.body.verdict]()}`}
            stage={build.stage}
            stageTitle={stageWords[build.stage]()}
            mark="waiting"
          >
            {flags.length > 0 && <Tag tone="amber">{m.review_flags()}</Tag>}
          </HouseholdLine>
        ))}
      </ul>
    </main>
  )
}
