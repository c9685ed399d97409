import { type ReactNode, useState } from 'react'
import type { TodayItem } from '../../../domain/lists/villageWork.ts'
import { m } from '../../../language/words/messages.js'
import { DueLine } from './DueLine.tsx'

const step = 40

/** What is due in the village one stands in. */
export const DueHere = ({ due, near }: { due: TodayItem[]; near: ReactNode }) => {
  const [shown, setShown] = useState(step)
  return (
    <section className="stack" aria-labelledby="due">
      <div className="head">
        <h2 id="due">{m.today_due()}</h2>
        <span>{m.today_count({ count: new Set(due.map(({ row }) => row.id)).size })}</span>
        {due.length > 0 && near}
      </div>
      {due.length === 0 && <p>{m.today_all_done()}</p>}
      <ul className="list">
        {due.slice(0, shown).map((item) => (
          <DueLine key={`${item.row.id} ${item.task}`} item={item} />
        ))}
      </ul>
      {due.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + step)}>
          {m.show_more()}
        </button>
      )}
    </section>
  )
}
