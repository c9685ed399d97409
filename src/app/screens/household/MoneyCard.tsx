import { Link } from 'wouter'
import type { Build } from '../../../domain/build/build.ts'
import { houseMoney } from '../../../domain/money/bookMoney.ts'
import { contributionTotals } from '../../../domain/money/contributionTotals.ts'
import { amountWords, promiseWords, sourceWords } from '../../../language/contributionWords.ts'
import { m } from '../../../language/words/messages.js'
import { AnsweredMoney } from './AnsweredMoney.tsx'

/** Promised and handed over, apart; the family's own stands among the others, never as a debt. */
export const MoneyCard = ({ builds, build }: { builds: readonly Build[]; build: Build }) => {
  const money = houseMoney(builds)
  const totals = contributionTotals(money)
  return (
    <section className="card" aria-labelledby="money">
      <h2 id="money">{m.household_money()}</h2>
      {totals.length === 0 ? (
        <p className="soft">{m.household_money_none()}</p>
      ) : (
        <table className="money">
          <thead>
            <tr>
              <th scope="col">{m.household_money_source()}</th>
              <th scope="col">{promiseWords.promised()}</th>
              <th scope="col">{promiseWords['handed-over']()}</th>
            </tr>
          </thead>
          <tbody>
            {totals.map(({ source, promised, handedOver }) => (
              <tr key={source}>
                <th scope="row">{sourceWords[source]()}</th>
                <td data-of={promiseWords.promised()}>{amountWords(promised) || '–'}</td>
                <td data-of={promiseWords['handed-over']()}>{amountWords(handedOver) || '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <AnsweredMoney builds={builds} answers={money.answers} />
      <Link className="button" href={`/builds/${build.id}/contribution`}>
        {m.household_contribution()}
      </Link>
    </section>
  )
}
