import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { leftCount, type WhyNotMet, whyNotMet, whysNotMet } from '../../../domain/lists/beforeYouLeave.ts'
import type { HouseholdRow } from '../../../domain/lists/householdRows.ts'
import { stageWords } from '../../../language/codeWords.ts'
import { chosenWords } from '../../../language/locale.ts'
import { reviewWords } from '../../../language/reviewWords.ts'
import { lastVisitWords, nameWords, standingWords } from '../../../language/rowWords.ts'
import { m } from '../../../language/words/messages.js'
import { HouseholdLine } from '../../../ui/HouseholdLine.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'
import { useBeforeYouLeave } from '../../store/queries/useBeforeYouLeave.ts'
import { useChecklistWords } from '../../store/queries/useChecklistWords.ts'
import { useMe } from '../../store/queries/useMe.ts'

/** What is still missing in a village, said while one can still walk back; each line leads to where it is mended. */
export default function BeforeYouLeave({ village }: { village: string }) {
  const areas = useAreas()
  const left = useBeforeYouLeave(village)
  const words = useChecklistWords()
  const today = useMe()?.today ?? ''
  const wanted = (check: string, slots: readonly string[]) => words(check, slots).map(chosenWords).join(', ')
  return (
    <main className="screen" id="content">
      <Link href="/">‹ {m.nav_today()}</Link>
      <div>
        <h1>{m.leave_title()}</h1>
        <p className="soft">{areas.title(village)}</p>
      </div>
      {leftCount(left) === 0 && <Notice tone="leaf">{m.leave_nothing()}</Notice>}
      <Group title={m.leave_returned()}>
        {left.returned.map(({ row, check, review }) => {
          const slots = wanted(check, review.body.wanted ?? [])
          const about = slots === '' ? reviewWords(review) : `${reviewWords(review)} · ${slots}`
          return <Line key={check} row={row} href={checkOf(row)} about={about} />
        })}
      </Group>
      <Group title={m.leave_photos()}>
        {left.photosMissing.map(({ row, check, slots }) => (
          <Line key={check} row={row} href={checkOf(row)} about={m.leave_missing({ slots: wanted(check, slots) })} />
        ))}
      </Group>
      <Group title={m.leave_new_head()}>
        {left.newHead.map((row) => (
          <Line key={row.id} row={row} href={`/households/${row.id}/amend`} about={m.standing_died()} />
        ))}
      </Group>
      {whysNotMet.map((why) => (
        <Group key={why} title={whyWords[why]()}>
          {left.notMet
            .filter((row) => whyNotMet(row, today) === why)
            .map((row) => (
              <Line key={row.id} row={row} href={`/households/${row.id}/visit`} about={aboutWords(row, why, today)} />
            ))}
        </Group>
      ))}
    </main>
  )
}

const whyWords: { [W in WhyNotMet]: () => string } = {
  'not-tried': m.leave_why_not_tried,
  field: m.leave_why_field,
  away: m.leave_why_away,
  'working-far': m.leave_why_working_far,
  'not-receiving': m.leave_why_not_receiving,
}

/** Where the family lives, and of those not tried today what came of it before; today's own answer is the title. */
const aboutWords = (row: HouseholdRow, why: WhyNotMet, today: string): string =>
  why === 'not-tried' ? `${standingWords(row)} · ${lastVisitWords(row, today)}` : standingWords(row)

const checkOf = (row: HouseholdRow): string =>
  row.build === null ? `/households/${row.id}` : `/builds/${row.build}/check`

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

const Line = ({ row, href, about }: { row: HouseholdRow; href: string; about: string }) => (
  <HouseholdLine
    href={href}
    name={nameWords(row)}
    about={about}
    stage={row.stage}
    stageTitle={stageWords[row.stage]()}
    mark={row.mark}
  />
)
