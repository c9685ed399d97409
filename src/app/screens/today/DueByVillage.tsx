import { type ReactNode, useState } from 'react'
import { byVillage, type VillageDue } from '../../../domain/lists/byVillage.ts'
import { dueParts, householdsOf } from '../../../domain/lists/dueParts.ts'
import type { TodayItem } from '../../../domain/lists/villageWork.ts'
import type { Point } from '../../../domain/place/distance.ts'
import { numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { Tag } from '../../../ui/Tag.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'
import { DueLine } from './DueLine.tsx'
import { DueSection } from './DueSection.tsx'

/** So many can be read at once; more than that, and the villages come first with their counts. */
const readable = 30
const step = 40
/** Above the villages, so that these stay in sight. */
const fewTents = 5

type Props = {
  due: TodayItem[]
  mine: ReadonlySet<string>
  here: Point | null
  near: ReactNode
  choose(village: string): void
}

/** What is due in all villages of this phone: families in a tent by name, then mine, then village by village. */
export const DueByVillage = ({ due, mine, here, near, choose }: Props) => {
  const areas = useAreas()
  const [shown, setShown] = useState(step)
  const parts = dueParts(due, mine)
  const few = due.length <= readable
  const villages = byVillage(few ? parts.rest : due, {
    title: areas.title,
    away: (village) => areas.metresTo(village, here),
  })
  return (
    <section className="stack" aria-labelledby="due">
      <div className="head">
        <h2 id="due">{m.today_due()}</h2>
        <span>{m.today_count({ count: numberWords(householdsOf(due)) })}</span>
        {due.length > 0 && near}
      </div>
      {due.length === 0 && <p>{m.today_all_done()}</p>}
      <DueSection
        id="tents"
        title={m.tents_first()}
        items={parts.tents}
        step={fewTents}
        mine={mine}
        where={areas.title}
      />
      <DueSection id="mine" title={m.mine_today()} items={parts.mine} step={fewTents} where={areas.title} />
      {few ? (
        villages.map((one) => <Village key={one.village} one={one} />)
      ) : (
        <ul className="list">
          {villages.slice(0, shown).map((one) => (
            <li key={one.village}>
              <button type="button" className="row" onClick={() => choose(one.village)}>
                <VillageCounts one={one} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {!few && villages.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + step)}>
          {m.show_more()}
        </button>
      )}
    </section>
  )
}

const Village = ({ one: { village, items } }: { one: VillageDue }) => {
  const areas = useAreas()
  return (
    <div className="stack tight">
      <h3 className="soft">{areas.title(village)}</h3>
      <ul className="list">
        {items.map((item) => (
          <DueLine key={`${item.row.id} ${item.task}`} item={item} />
        ))}
      </ul>
    </div>
  )
}

const VillageCounts = ({ one: { village, households, tents, items } }: { one: VillageDue }) => {
  const areas = useAreas()
  const commune = areas.byId(village)?.parent
  const returned = items.filter(({ task }) => task === 'supplement' || task === 'mend-again').length
  const about = [
    commune ? areas.title(commune) : '',
    tents > 0 ? m.today_tents({ count: tents }) : '',
    returned > 0 ? m.today_returned({ count: returned }) : '',
  ]
  return (
    <>
      <span className="what">
        <span className="name">{areas.title(village)}</span>
        <span className="soft">{about.filter((text) => text !== '').join(' · ')}</span>
      </span>
      <Tag>{m.today_count({ count: numberWords(households) })}</Tag>
    </>
  )
}
