import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { HouseholdRow } from '../../../domain/lists/householdRows.ts'
import { leftCount } from '../../../domain/lists/villageWork.ts'
import { stageWords } from '../../../language/codeWords.ts'
import { nameWords, notMetWords } from '../../../language/rowWords.ts'
import { m } from '../../../language/words/messages.js'
import { HouseholdLine } from '../../../ui/HouseholdLine.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'
import { useBeforeYouLeave } from '../../store/queries/useBeforeYouLeave.ts'

/** What is still missing in a village, said while one can still walk back. */
export const BeforeYouLeave = ({ village }: { village: string }) => {
  const areas = useAreas()
  const left = useBeforeYouLeave(village)
  return (
    <main className="screen" id="content">
      <Link href="/">‹ {m.nav_today()}</Link>
      <h1>{m.leave_title()}</h1>
      <p className="soft">{areas.title(village)}</p>
      {leftCount(left) === 0 && <Notice tone="leaf">{m.leave_nothing()}</Notice>}
      <Group title={m.leave_returned()}>
        {left.returned.map(({ row, check, review }) => (
          <Line key={check} row={row} about={review.body.reason ?? ''} />
        ))}
      </Group>
      <Group title={m.leave_photos()}>
        {left.photosMissing.map(({ row, check, slots }) => (
          <Line key={check} row={row} about={slots.join(', ')} />
        ))}
      </Group>
      <Group title={m.leave_not_met()}>
        {left.notMet.map((row) => (
          <Line key={row.id} row={row} about={notMetWords(row)} />
        ))}
      </Group>
    </main>
  )
}

const Group = ({ title, children }: { title: string; children: ReactNode[] }) =>
  children.length === 0 ? null : (
    <section className="stack">
      <div className="head">
        <h2>{title}</h2>
        <span>{children.length}</span>
      </div>
      <ul className="list">{children}</ul>
    </section>
  )

const Line = ({ row, about }: { row: HouseholdRow; about: string }) => (
  <HouseholdLine
    href={`/households/${row.id}`}
    name={nameWords(row)}
    about={about}
    stage={row.stage}
    stageTitle={stageWords[row.stage]()}
    mark={row.mark}
  />
)
