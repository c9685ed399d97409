import { Link } from 'wouter'
import type { Amount } from '../../../domain/money/contributionTotals.ts'
import { amountWords, contributionWords, promiseWords, sourceWords } from '../../../language/contributionWords.ts'
import { dayWords, numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { MoneySums } from '../../../ui/MoneySums.tsx'
import { TrialLine } from '../../../ui/TrialLine.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'
import { useMe } from '../../store/queries/useMe.ts'
import { type AskedMoney, useMoney } from '../../store/queries/useMoney.ts'
import './money.css'

/** What was promised and handed over in all books here, as the households' pages sum it, and what is asked. */
export default function MoneyScreen() {
  const { totals, questions } = useMoney()
  const areas = useAreas()
  return (
    <main className="screen wide" id="content">
      <Link href="/">‹ {m.today_title()}</Link>
      <h1>{m.money_title()}</h1>
      <TrialLine trial={areas.trial} />
      <p>{totals.length === 0 ? m.money_none() : m.money_lead()}</p>
      <div className="columns">
        {totals.length > 0 && (
          <section className="card large-sums" aria-label={m.money_title()}>
            <MoneySums
              sums={totals.map(({ source, promised, handedOver }) => ({
                source: sourceWords[source](),
                promised: sumWords(promised),
                handedOver: sumWords(handedOver),
              }))}
            />
          </section>
        )}
        <section className="stack" aria-labelledby="asked">
          <div className="head">
            <h2 id="asked">{m.money_asked()}</h2>
            <span>{numberWords(questions.length)}</span>
          </div>
          {questions.length === 0 && <p className="soft">{m.money_none_asked()}</p>}
          <ul className="list">
            {questions.map((question) => (
              <AskedLine key={`${question.asked.entry} ${question.like.entry}`} question={question} />
            ))}
          </ul>
        </section>
      </div>
    </main>
  )
}

const AskedLine = ({ question }: { question: AskedMoney }) => {
  const areas = useAreas()
  const today = useMe()?.today ?? ''
  const { asked, like, household, name, village, book } = question
  const place = [village, book].filter((id) => id !== '').map(areas.title)
  const days = [...new Set([like, asked].map(({ body }) => dayWords(body.date, today)))].join(' – ')
  const said = `${promiseWords[asked.body.state]()} ${contributionWords(asked.body)}`
  return (
    <li>
      <Link className="row" href={household === null ? '/board' : `/households/${household}`}>
        <span className="what">
          <span className="name">{household === null ? m.household_station() : name}</span>
          <span className="soft">{place.join(', ')}</span>
          <span className="asked">{[said, sourceWords[asked.body.source](), days].join(' · ')}</span>
        </span>
        <span aria-hidden="true">›</span>
      </Link>
    </li>
  )
}

/** Over a district bags and stones are not added up: how often material came is enough. */
const sumWords = ({ materials, ...amount }: Amount): string =>
  [
    amountWords({ ...amount, materials: [] }),
    materials.length > 0 ? m.money_materials({ count: numberWords(materials.length) }) : '',
  ]
    .filter((text) => text !== '')
    .join(' · ') || '–'
