import { Link } from 'wouter'
import { heldWord } from '../../../language/heldWords.ts'
import { kindWords } from '../../../language/kindWords.ts'
import { momentWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { Tag } from '../../../ui/Tag.tsx'
import { useStore } from '../../store/queries/StoreContext.tsx'
import type { WaitingItem } from '../../store/queries/useHandIn.ts'

/** Entries of this phone, each with where it stands; each opens [L18]. */
export const HandInItems = ({ title, items }: { title: string; items: WaitingItem[] }) =>
  items.length === 0 ? null : (
    <section className="stack">
      <div className="head">
        <h2>{title}</h2>
        <span>{items.length}</span>
      </div>
      <ul className="list">
        {items.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </ul>
    </section>
  )

const Item = ({ item }: { item: WaitingItem }) => {
  const { device } = useStore()
  const { delivery } = item
  return (
    <li>
      <Link className="row" href={`/hand-in/${item.id}`}>
        <span className="what">
          <span className="name">{item.title || kindWords(item.kind)}</span>
          <span className="soft">
            {kindWords(item.kind)} · {momentWords(item.ms, device.nowMs())}
          </span>
          {(delivery.at === 'held' || delivery.at === 'refused') && (
            <span className="soft">{m.handin_item_held({ why: heldWord(delivery.code) })}</span>
          )}
        </span>
        <Tag tone={delivery.at === 'handed-in' ? 'leaf' : delivery.at === 'waiting' ? 'indigo' : 'red'}>
          {delivery.at === 'handed-in'
            ? m.handin_item_handed()
            : delivery.at === 'waiting'
              ? m.saved_on_phone()
              : m.handin_see()}
        </Tag>
      </Link>
    </li>
  )
}
