import { useState } from 'react'
import { numberWords } from '../../../../language/locale.ts'
import { m } from '../../../../language/words/messages.js'
import { useAreas } from '../../../store/queries/useAreas.ts'
import { useVillageSheet } from '../../../store/queries/useVillageSheet.ts'
import { PaperFrame } from '../PaperFrame.tsx'
import { PaperHead } from '../PaperHead.tsx'
import { villageWords } from '../villageWords.ts'
import { VillageLines } from './VillageLines.tsx'

/** So many households that nobody has registered yet can be written in by hand. */
const extraLines = 3

/** A village to take along on paper: whom to look for, how to get there, what is due, room to write. */
export const VillageSheet = ({ village }: { village: string }) => {
  const areas = useAreas()
  const { tents, others } = useVillageSheet(village)
  const [phones, setPhones] = useState(false)
  const title = m.print_village_title({ village: villageWords(areas, village) })
  const commune = areas.byId(village)?.parent
  const count = tents.length + others.length
  const found = count === 0 ? m.print_village_none() : m.print_village_count({ count: numberWords(count) })
  return (
    <PaperFrame
      title={title}
      choice={
        <label className="paper-choice">
          <input type="checkbox" checked={phones} onChange={(event) => setPhones(event.target.checked)} />
          <span>
            {m.print_phones()} <span className="soft">{m.print_phones_why()}</span>
          </span>
        </label>
      }
    >
      <article className="a4">
        <PaperHead
          title={title}
          about={[commune ? villageWords(areas, commune) : '', found].filter((text) => text !== '').join(' · ')}
        />
        <table className="paper-table paper-village">
          <thead>
            <tr>
              <th scope="col">{m.print_col_at()}</th>
              <th scope="col">{m.print_col_house()}</th>
              <th scope="col">{m.print_col_name()}</th>
              <th scope="col">{m.print_col_due()}</th>
              <th scope="col">{m.print_col_way()}</th>
              <th scope="col">{m.print_col_done()}</th>
              <th scope="col">{m.print_col_write()}</th>
            </tr>
          </thead>
          <VillageLines title={m.print_tents()} lines={tents} from={1} phones={phones} />
          <VillageLines
            title={tents.length === 0 ? '' : m.print_others()}
            lines={others}
            from={tents.length + 1}
            phones={phones}
          />
          <Extra />
        </table>
      </article>
    </PaperFrame>
  )
}

const Extra = () => (
  <tbody>
    <tr className="paper-group">
      <th colSpan={7} scope="rowgroup">
        {m.print_extra()}
      </th>
    </tr>
    {Array.from({ length: extraLines }, (_, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: empty lines are told apart by nothing else.
      <tr key={at} className="paper-extra">
        {['at', 'house', 'name', 'due', 'way', 'done', 'write'].map((column) => (
          <td key={column} />
        ))}
      </tr>
    ))}
  </tbody>
)
