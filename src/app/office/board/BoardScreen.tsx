import { useState } from 'react'
import { Link } from 'wouter'
import { type Stage, stages } from '../../../domain/entries/communeBodies.ts'
import { plainText } from '../../../domain/names/plainText.ts'
import { stageWords } from '../../../language/codeWords.ts'
import { numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { Choices } from '../../../ui/form/Choices.tsx'
import { Field } from '../../../ui/form/Field.tsx'
import { HouseDrawing } from '../../../ui/HouseDrawing.tsx'
import { TrialLine } from '../../../ui/TrialLine.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'
import { type BoardCommune, useBoard } from '../../store/queries/useBoard.ts'
import { BoardTable } from './BoardTable.tsx'
import './board.css'

type Which = 'all' | 'border' | 'inland'
/** So few are read at a glance: search and filters would only be in the way. */
const fewEnough = 4

/** The whole area at a glance: stages as small houses, communes in a table, villages within. Nobody is ranked. */
export default function BoardScreen() {
  const { total, treatment, communes } = useBoard()
  const areas = useAreas()
  const [text, setText] = useState('')
  const [which, setWhich] = useState<Which>('all')
  const [today, setToday] = useState(false)
  const wanted = plainText(text)
  const named = (id: string) => plainText(areas.title(id)).includes(wanted)
  const found = communes.filter(
    (commune) =>
      (which === 'all' || commune.border === (which === 'border')) &&
      (wanted === '' || plainText(commune.title).includes(wanted) || commune.villages.some(({ id }) => named(id))),
  )
  return (
    <main className="screen wide" id="content">
      <div className="head">
        <h1>{m.board_title()}</h1>
        <span>{m.board_lead({ houses: numberWords(total.households), met: numberWords(total.met) })}</span>
      </div>
      <TrialLine trial={areas.trial} />
      {communes.length === 0 && <p>{m.board_empty()}</p>}
      {communes.length > 0 && (
        <>
          {total.tents > 0 && (
            <Link className="notice amber line" href="/tents">
              <span>
                {m.board_tents_first()} · {m.board_tents_see({ count: numberWords(total.tents) })}
              </span>
              <span aria-hidden="true">›</span>
            </Link>
          )}
          <ul className="stages" aria-label={m.board_stages()}>
            {stages.map((stage) => (
              <StageCount key={stage} stage={stage} count={total.stages[stage]} />
            ))}
          </ul>
          {treatment.houses > 0 && (
            <p>{m.board_treatment_lead({ count: treatment.houses, finished: treatment.finished })}</p>
          )}
          {communes.length > fewEnough && (
            <div className="filters">
              <Field label={m.board_search()} type="search" value={text} change={setText} />
              <Choices<Which>
                legend={m.board_which()}
                options={[
                  { id: 'all', title: m.board_which_all() },
                  { id: 'border', title: m.board_border() },
                  { id: 'inland', title: m.board_inland() },
                ]}
                chosen={[which]}
                change={([one = 'all']) => setWhich(one)}
              />
              {communes.some(({ id }) => areas.byId(id)?.successor) && (
                <Choices<'then' | 'today'>
                  legend={m.board_division()}
                  options={[
                    { id: 'then', title: m.board_division_then() },
                    { id: 'today', title: m.board_division_today() },
                  ]}
                  chosen={[today ? 'today' : 'then']}
                  change={([one]) => setToday(one === 'today')}
                />
              )}
            </div>
          )}
          <BoardTable communes={found} today={today} open={wanted === '' ? null : openFor(found, wanted, named)} />
        </>
      )}
    </main>
  )
}

/** A village that was searched for is shown at once, with its commune opened. */
const openFor = (communes: BoardCommune[], wanted: string, named: (id: string) => boolean) => {
  const one = communes.length === 1 ? communes[0] : undefined
  return one !== undefined && !plainText(one.title).includes(wanted) && one.villages.some(({ id }) => named(id))
    ? one.id
    : null
}

const StageCount = ({ stage, count }: { stage: Stage; count: number }) => (
  <li className="card">
    <span aria-hidden="true">
      <HouseDrawing stage={stage} size={56} label={stageWords[stage]()} />
    </span>
    <strong className="number">{numberWords(count)}</strong>
    <span className="soft">{stageWords[stage]()}</span>
  </li>
)
