import type { ReactNode } from 'react'
import { dueParts } from '../../../domain/lists/dueParts.ts'
import type { TodayItem } from '../../../domain/lists/villageWork.ts'
import { m } from '../../../language/words/messages.js'
import { DueSection } from './DueSection.tsx'

type Props = { due: TodayItem[]; mine: ReadonlySet<string>; near: ReactNode }

/** What is due in the village one stands in; where work was shared out, mine before the rest, tents before both. */
export const DueHere = ({ due, mine, near }: Props) => {
  const parts = dueParts(due, mine)
  const shared = due.some(({ row }) => mine.has(row.id))
  if (due.length === 0 || !shared)
    return (
      <DueSection id="due" title={m.today_due()} items={due} near={due.length > 0 && near}>
        {due.length === 0 && <p>{m.today_all_done()}</p>}
      </DueSection>
    )
  return (
    <>
      <div className="head">
        <h2>{m.today_due()}</h2>
        {near}
      </div>
      <DueSection id="tents" title={m.tents_first()} items={parts.tents} mine={mine} />
      <DueSection id="mine" title={m.mine_today()} items={parts.mine} />
      <DueSection id="rest" title={m.mine_rest()} items={parts.rest} />
    </>
  )
}
