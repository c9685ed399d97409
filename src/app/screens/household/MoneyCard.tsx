import { Link } from 'wouter'
import type { Build } from '../../../domain/build/build.ts'
import { houseMoney } from '../../../domain/money/bookMoney.ts'
import { contributionTotals } from '../../../domain/money/contributionTotals.ts'
import { amountWords, sourceWords } from '../../../language/contributionWords.ts'
import { m } from '../../../language/words/messages.js'
import { MoneySums } from '../../../ui/MoneySums.tsx'
import { AnsweredMoney } from './AnsweredMoney.tsx'

/** `moved`: the household's page is in another book; what is given now is recorded there. */
type Props = { builds: readonly Build[]; build: Build; moved?: boolean }

/** Promised and handed over, apart; the family's own stands among the others, never as a debt. */
export const MoneyCard = ({ builds, build, moved = false }: Props) => {
  const money = houseMoney(builds)
  const totals = contributionTotals(money)
  return (
    <section className="card" aria-labelledby="money">
      <h2 id="money">{m.household_money()}</h2>
      {totals.length === 0 ? (
        <p className="soft">{m.household_money_none()}</p>
      ) : (
        <MoneySums
          sums={totals.map(({ source, promised, handedOver }) => ({
            source: sourceWords[source](),
            promised: amountWords(promised) || '–',
            handedOver: amountWords(handedOver) || '–',
          }))}
        />
      )}
      <AnsweredMoney builds={builds} answers={money.answers} />
      {!moved && (
        <Link className="button" href={`/builds/${build.id}/contribution`}>
          {m.household_contribution()}
        </Link>
      )}
    </section>
  )
}
