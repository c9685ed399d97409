import { useState } from 'react'
import type { Counts } from '../../../domain/lists/board.ts'
import { sumCounts } from '../../../domain/lists/board.ts'
import { boardGroups, sumTreatment, type TreatmentCounts } from '../../../domain/lists/boardGroups.ts'
import { numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { useAreas } from '../../store/queries/useAreas.ts'
import type { BoardCommune } from '../../store/queries/useBoard.ts'
import { BoardRow, columns } from './BoardRow.tsx'

type Part = { id: string; title: string; counts: Counts; treatment?: TreatmentCounts }
type Props = {
  communes: BoardCommune[]
  today: boolean /** A commune to show opened, for a search. */
  open: string | null
}

/** Communes in a table; one's villages are drawn only while it is open. */
export const BoardTable = ({ communes, today, open }: Props) => {
  const areas = useAreas()
  const [opened, setOpened] = useState<string | null>(null)
  const shown = open ?? opened
  const treatment = communes.some((one) => one.treatment.houses > 0)
  const rows: { id: string; title: string; about: string; counts: Counts; treatment: TreatmentCounts }[] = today
    ? boardGroups(communes, areas).map((group) => ({ ...group, about: partsOf(group.communes, areas.title) }))
    : communes.map((one) => ({ ...one, about: one.border ? m.board_border() : m.board_inland() }))
  const partsOfRow = (id: string): Part[] =>
    today
      ? communes.filter((one) => (areas.byId(one.id)?.successor ?? one.id) === id)
      : (communes.find((one) => one.id === id)?.villages ?? []).map((one) => ({ ...one, title: areas.title(one.id) }))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keys.
    <section className="scroll" aria-label={m.board_title()} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{m.board_commune()}</th>
            {columns.map(({ id, title }) => (
              <th scope="col" key={id} className="number">
                {title()}
              </th>
            ))}
            {treatment && (
              <th scope="col" className="number">
                {m.board_treatment()}
              </th>
            )}
          </tr>
        </thead>
        {rows.map((row) => (
          <tbody key={row.id}>
            <BoardRow
              area={row.id}
              title={row.title}
              about={row.about}
              counts={row.counts}
              treatment={treatment ? row.treatment : null}
              open={shown === row.id}
              toggle={() => setOpened(shown === row.id ? null : row.id)}
            />
            {shown === row.id &&
              partsOfRow(row.id).map((part) => (
                <BoardRow
                  key={part.id}
                  area={part.id}
                  title={part.title}
                  counts={part.counts}
                  treatment={treatment ? (part.treatment ?? 'none') : null}
                />
              ))}
          </tbody>
        ))}
        <tfoot>
          <BoardRow
            area=""
            title={m.board_total()}
            counts={sumCounts(communes.map(({ counts }) => counts))}
            treatment={treatment ? sumTreatment(communes.map((one) => one.treatment)) : null}
          />
        </tfoot>
      </table>
    </section>
  )
}

const partsOf = (communes: readonly string[], title: (id: string) => string): string =>
  communes.length > 1 ? communes.map(title).join(', ') : m.board_unchanged({ count: numberWords(communes.length) })
