import type { SheetLine } from '../../../../domain/lists/villageSheet.ts'
import { stageWords } from '../../../../language/codeWords.ts'
import { nameWords, standingWords } from '../../../../language/rowWords.ts'
import { taskWords } from '../../../../language/taskWords.ts'
import { m } from '../../../../language/words/messages.js'
import { HouseDrawing } from '../../../../ui/HouseDrawing.tsx'
import { Box } from '../Box.tsx'

type Props = { title: string; lines: readonly SheetLine[]; from: number; phones: boolean }

/** One part of the list. A row is never torn by a page's end. */
export const VillageLines = ({ title, lines, from, phones }: Props) =>
  lines.length === 0 ? null : (
    <tbody>
      {title !== '' && (
        <tr className="paper-group">
          <th colSpan={7} scope="rowgroup">
            {title}
          </th>
        </tr>
      )}
      {lines.map((line, at) => (
        <Line key={line.row.id} line={line} at={from + at} phones={phones} />
      ))}
    </tbody>
  )

/** Never poverty or health. */
const Line = ({ line: { row, tasks, wayIn, landmark, phone }, at, phones }: LineProps) => (
  <tr>
    <td className="paper-number">{at}</td>
    <td>
      <HouseDrawing stage={row.stage} mark={row.mark} size={34} label={stageWords[row.stage]()} />
    </td>
    <th scope="row">
      <span className="paper-name">{nameWords(row)}</span>
      <span className="paper-under">{standingWords(row)}</span>
      {phones && phone && <span className="paper-under">{phone}</span>}
    </th>
    <td>{tasks.map((task) => taskWords[task]()).join(', ')}</td>
    <td>{[wayIn, landmark && m.household_landmark({ text: landmark })].filter(Boolean).join(' · ')}</td>
    <td>
      <Box />
    </td>
    <td />
  </tr>
)

type LineProps = { line: SheetLine; at: number; phones: boolean }
