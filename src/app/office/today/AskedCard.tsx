import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { useLikely } from '../../store/queries/useLikely.ts'
import { useMoney } from '../../store/queries/useMoney.ts'

/** What only people can tell: comparing everybody is begun when the rest of the screen stands. */
export const AskedCard = () => {
  const [begun, setBegun] = useState(false)
  useEffect(() => {
    const soon = setTimeout(() => setBegun(true))
    return () => clearTimeout(soon)
  }, [])
  return begun && <Asked />
}

const Asked = () => {
  const { asked, across } = useLikely()
  const { questions } = useMoney()
  return (
    <section className="stack" aria-labelledby="asked">
      <h2 id="asked">{m.same_look()}</h2>
      <ul className="list">
        <Way
          href="/same"
          title={m.same_title()}
          count={m.same_pairs({ count: numberWords(asked.length + across.asked.length) })}
        />
        <Way href="/money" title={m.money_title()} count={m.money_waiting({ count: numberWords(questions.length) })} />
      </ul>
    </section>
  )
}

const Way = ({ href, title, count }: { href: string; title: string; count: string }) => (
  <li>
    <Link className="row" href={href}>
      <span className="what">
        <span className="name">{title}</span>
        <span className="soft">{count}</span>
      </span>
      <span aria-hidden="true">›</span>
    </Link>
  </li>
)
