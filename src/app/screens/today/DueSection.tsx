import { type ReactNode, useState } from 'react'
import { householdsOf } from '../../../domain/lists/dueParts.ts'
import type { TodayItem } from '../../../domain/lists/villageWork.ts'
import { numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { DueLine } from './DueLine.tsx'

type Props = {
  id: string
  title: string
  items: TodayItem[]
  /** So many lines at first, and so many more by a tap. */
  step?: number
  mine?: ReadonlySet<string>
  /** Says the village too. */
  where?: (village: string) => string
  near?: ReactNode
  children?: ReactNode
}

/** A part of what is due, with how many households it is of. */
export const DueSection = ({ id, title, items, step = 40, mine, where, near, children }: Props) => {
  const [shown, setShown] = useState(step)
  if (items.length === 0 && children === undefined) return null
  return (
    <section className="stack" aria-labelledby={id}>
      <div className="head">
        <h2 id={id}>{title}</h2>
        <span>{m.today_count({ count: numberWords(householdsOf(items)) })}</span>
        {near}
      </div>
      {children}
      <ul className="list">
        {items.slice(0, shown).map((item) => (
          <DueLine
            key={`${item.row.id} ${item.task}`}
            item={item}
            before={[mine?.has(item.row.id) ? m.mine_mark() : '', where?.(item.row.village) ?? '']}
          />
        ))}
      </ul>
      {items.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + step)}>
          {m.show_more()}
        </button>
      )}
    </section>
  )
}
