import { type Stage, stages } from '../../../domain/entries/communeBodies.ts'
import type { Counts } from '../../../domain/lists/board.ts'
import { stageWords } from '../../../language/codeWords.ts'
import { numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { HouseDrawing } from '../../../ui/HouseDrawing.tsx'
import { TrialLine } from '../../../ui/TrialLine.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'
import { useBoard } from '../../store/queries/useBoard.ts'
import './board.css'

/** The whole area at a glance: stages as small houses, communes in a table, villages within. Nobody is ranked. */
export default function BoardScreen() {
  const { total, communes } = useBoard()
  const areas = useAreas()
  if (communes.length === 0) {
    return (
      <main className="screen" id="content">
        <h1>{m.board_title()}</h1>
        <p>{m.board_empty()}</p>
      </main>
    )
  }
  return (
    <main className="screen wide" id="content">
      <div className="head">
        <h1>{m.board_title()}</h1>
        <span>{m.board_lead({ houses: numberWords(total.households), met: numberWords(total.met) })}</span>
      </div>
      <TrialLine trial={areas.trial} />
      <ul className="stages" aria-label={m.board_stages()}>
        {stages.map((stage) => (
          <StageCount key={stage} stage={stage} count={total.stages[stage]} />
        ))}
      </ul>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{m.board_commune()}</th>
              {columns.map(({ id, title }) => (
                <th scope="col" key={id} className="number">
                  {title()}
                </th>
              ))}
            </tr>
          </thead>
          {communes.map(({ id, title, counts, villages }) => (
            <tbody key={id}>
              <Row title={title} counts={counts} commune />
              {villages.map((village) => (
                <Row key={village.id} title={areas.title(village.id)} counts={village.counts} />
              ))}
            </tbody>
          ))}
          <tfoot>
            <Row title={m.board_total()} counts={total} commune />
          </tfoot>
        </table>
      </div>
    </main>
  )
}

const columns: readonly { id: string; title: () => string; of(counts: Counts): number }[] = [
  { id: 'households', title: m.board_households, of: ({ households }) => households },
  { id: 'met', title: m.board_met, of: ({ met }) => met },
  { id: 'tents', title: m.board_tents, of: ({ tents }) => tents },
  { id: 'waiting', title: m.board_waiting, of: ({ waiting }) => waiting },
  { id: 'returned', title: m.board_returned, of: ({ returned }) => returned },
  { id: 'checked', title: m.board_checked, of: passedCount },
]

/** Foundations that are *đạt*, whatever was built on them since. */
function passedCount(counts: Counts): number {
  return stages.slice(stages.indexOf('foundation-checked')).reduce((sum, stage) => sum + counts.stages[stage], 0)
}

const Row = ({ title, counts, commune = false }: { title: string; counts: Counts; commune?: boolean }) => (
  <tr className={commune ? 'commune' : 'village'}>
    <th scope="row">{title}</th>
    {columns.map(({ id, of }) => (
      <td key={id} className="number">
        {numberWords(of(counts))}
      </td>
    ))}
  </tr>
)

const StageCount = ({ stage, count }: { stage: Stage; count: number }) => (
  <li className="card">
    <HouseDrawing stage={stage} size={56} label={stageWords[stage]()} />
    <strong className="number">{numberWords(count)}</strong>
    <span className="soft">{stageWords[stage]()}</span>
  </li>
)
