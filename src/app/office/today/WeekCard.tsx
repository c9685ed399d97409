import { Link } from 'wouter'
import type { News } from '../../../domain/lists/weekNews.ts'
import { numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { useBoard } from '../../store/queries/useBoard.ts'

const lines: readonly { what: keyof News; title: () => string }[] = [
  { what: 'visits', title: m.office_visits },
  { what: 'checks', title: m.office_checks },
  { what: 'accepted', title: m.office_accepted },
  { what: 'returned', title: m.office_returned },
  { what: 'kits', title: m.office_kits },
  { what: 'handedOver', title: m.office_handed_over },
]

/** The board's news: what came in seven days beside the seven before, and where it stands now. */
export const WeekCard = ({ week, before }: { week: News; before: News }) => {
  const { total } = useBoard()
  return (
    <section className="card" aria-labelledby="week">
      <h2 id="week">{m.office_week()}</h2>
      <p>
        <Link href="/tents">{m.office_tents_now({ count: numberWords(total.tents) })}</Link> ·{' '}
        {m.office_ready({ count: numberWords(total.stages['foundation-checked']) })}
      </p>
      <table className="week">
        <thead>
          <tr>
            <th scope="col">{m.office_week_what()}</th>
            <th scope="col">{m.office_week_now()}</th>
            <th scope="col">{m.office_week_before()}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ what, title }) => (
            <tr key={what}>
              <th scope="row">{title()}</th>
              <td data-of={m.office_week_now()}>
                <strong>{numberWords(week[what])}</strong>
              </td>
              <td className="soft" data-of={m.office_week_before()}>
                {numberWords(before[what])}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Link className="button" href="/board">
        {m.office_board()}
      </Link>
    </section>
  )
}
