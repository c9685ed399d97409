import { promiseWords } from '../language/contributionWords.ts'
import { m } from '../language/words/messages.js'
import './moneySums.css'

/** What one source gave, in words. */
export type SourceSums = { source: string; promised: string; handedOver: string }

/** Promised and handed over apart, a source a line. With very large text a source's two sums stand below its name. */
export const MoneySums = ({ sums }: { sums: readonly SourceSums[] }) => {
  const promisedHead = promiseWords.promised()
  const handedOverHead = promiseWords['handed-over']()
  return (
    <table className="money">
      <thead>
        <tr>
          <th scope="col">{m.household_money_source()}</th>
          <th scope="col">{promisedHead}</th>
          <th scope="col">{handedOverHead}</th>
        </tr>
      </thead>
      <tbody>
        {sums.map(({ source, promised, handedOver }) => (
          <tr key={source}>
            <th scope="row">{source}</th>
            <td data-of={promisedHead}>{promised}</td>
            <td data-of={handedOverHead}>{handedOver}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
