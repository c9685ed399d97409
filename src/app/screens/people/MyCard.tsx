import { Link } from 'wouter'
import { roleWords } from '../../../language/roleWords.ts'
import { m } from '../../../language/words/messages.js'
import { Tag } from '../../../ui/Tag.tsx'
import type { Me } from '../../store/queries/useMe.ts'

/** Who this phone writes as, which books it holds, and its language. */
export const MyCard = ({ me, turn }: { me: Me; turn(): void }) => (
  <section className="card" aria-labelledby="me">
    <div className="head">
      <h2 id="me">{m.people_me()}</h2>
      <Tag>{roleWords[me.role]()}</Tag>
    </div>
    <dl className="facts">
      <div>
        <dt>{m.people_name()}</dt>
        <dd>{me.person.name}</dd>
      </div>
      <div>
        <dt>{m.people_books()}</dt>
        <dd>{me.books.map(({ title }) => title).join(', ') || m.field_empty()}</dd>
      </div>
      <div>
        <dt>{m.people_device()}</dt>
        <dd>{me.device.slice(0, 8)}</dd>
      </div>
    </dl>
    <p className="soft">{m.people_device_hint()}</p>
    <div className="side-by-side">
      <button type="button" className="button" onClick={turn}>
        {m.language_other()}
      </button>
      <Link className="button" href="/take-along">
        {m.takealong_title()}
      </Link>
    </div>
    <Link className="row quiet" href="/people/new-phone">
      <span className="what">
        <span className="name">{m.change_title()}</span>
        <span className="soft">{m.change_about()}</span>
      </span>
      <span aria-hidden="true">›</span>
    </Link>
    <Link className="row quiet" href="/people/try-phone">
      <span className="what">
        <span className="name">{m.tryphone_title()}</span>
        <span className="soft">{m.tryphone_about()}</span>
      </span>
      <span aria-hidden="true">›</span>
    </Link>
  </section>
)
