import { Link } from 'wouter'
import { heldOfOthersWord } from '../../../../language/heldOfOthersWords.ts'
import { momentWords } from '../../../../language/locale.ts'
import { m } from '../../../../language/words/messages.js'
import { Tag } from '../../../../ui/Tag.tsx'
import { type HeldEntry, listHeld } from '../../../admin/listHeld.ts'
import { useAsked } from '../../../admin/useAsked.ts'
import { useStore } from '../../../store/queries/StoreContext.tsx'
import { AskedNotice } from '../AskedNotice.tsx'
import { useHeldWords } from './useHeldWords.ts'

/** What the endpoint keeps apart until a person has looked at it, oldest first. */
export const HeldList = () => {
  const asked = useAsked(listHeld)
  const all = asked.last?.value ?? []
  return (
    <main className="screen wide" id="content">
      <Link href="/people">‹ {m.people_title()}</Link>
      <div className="head">
        <h1>{m.admin_held()}</h1>
        {asked.last !== null && <span>{m.admin_held_count({ count: all.length })}</span>}
      </div>
      <p className="soft">{m.admin_held_lead()}</p>
      <AskedNotice asked={asked} count={all.length} />
      {asked.last !== null && all.length === 0 && <p>{m.admin_held_nothing()}</p>}
      <ul className="list">
        {all.map((held) => (
          <HeldLine key={held.id} held={held} />
        ))}
      </ul>
    </main>
  )
}

const HeldLine = ({ held }: { held: HeldEntry }) => {
  const { device } = useStore()
  const { what, about, who } = useHeldWords(held)
  return (
    <li>
      <Link className="row" href={`/people/held/${held.id}`}>
        <span className="what">
          <span className="name">{about || what}</span>
          <span className="soft">
            {what} · {who} · {momentWords(Date.parse(held.arrived), device.nowMs())}
          </span>
          <span className="soft">{heldOfOthersWord(held.code)}</span>
        </span>
        <Tag tone="amber">{m.handin_see()}</Tag>
      </Link>
    </li>
  )
}
