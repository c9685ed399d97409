import { stages } from '../../../domain/entries/communeBodies.ts'
import type { Counts } from '../../../domain/lists/board.ts'
import type { TreatmentCounts } from '../../../domain/lists/boardGroups.ts'
import { numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { TentsCell } from './TentsCell.tsx'

export const columns: readonly { id: string; title: () => string; of(counts: Counts): number; bar?: true }[] = [
  { id: 'households', title: m.board_households, of: ({ households }) => households },
  // Families in a tent come first here too.
  { id: 'tents', title: m.board_tents, of: ({ tents }) => tents },
  { id: 'met', title: m.board_met, of: ({ met }) => met, bar: true },
  { id: 'waiting', title: m.board_waiting, of: ({ waiting }) => waiting },
  { id: 'returned', title: m.board_returned, of: ({ returned }) => returned },
  { id: 'checked', title: m.board_checked, of: passedCount, bar: true },
]

/** Foundations that are *đạt*, whatever was built on them since. */
function passedCount(counts: Counts): number {
  return stages.slice(stages.indexOf('foundation-checked')).reduce((sum, stage) => sum + counts.stages[stage], 0)
}

type Props = {
  /** Whose line it is; '' of the whole. */
  area: string
  title: string
  about?: string
  counts: Counts
  /** null: no such column; `none`: nothing to say in it. */
  treatment: TreatmentCounts | 'none' | null
  open?: boolean
  toggle?: () => void
}

/** One line of the board. A bar is a share of the line's own households: it compares nobody with anybody. */
export const BoardRow = ({ area, title, about, counts, treatment, open = false, toggle }: Props) => (
  <tr className={toggle ? 'commune' : 'village'}>
    <th scope="row">
      {toggle ? (
        <button type="button" className="open" aria-expanded={open} onClick={toggle}>
          <span className="name">{title}</span> <span aria-hidden="true">{open ? '▾' : '▸'}</span>
          <span className="soft">{about}</span>
        </button>
      ) : (
        title
      )}
    </th>
    {columns.map(({ id, of, bar }) => (
      <td key={id} className="number">
        {id === 'tents' ? <TentsCell count={counts.tents} area={area} title={title} /> : numberWords(of(counts))}
        {bar && counts.households > 0 && <Bar share={of(counts) / counts.households} />}
      </td>
    ))}
    {treatment !== null && <td className="number">{treatment === 'none' ? '' : treatmentWords(treatment)}</td>}
  </tr>
)

const treatmentWords = ({ houses, finished }: TreatmentCounts): string =>
  houses === 0 ? '–' : m.board_treatment_of({ finished, count: houses })

/** The number says it too: for the screen reader the bar is not there. */
const Bar = ({ share }: { share: number }) => (
  <svg className="share" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    <rect width="100" height="6" rx="3" fill="var(--line)" />
    <rect width={Math.round(share * 100)} height="6" rx="3" fill="var(--indigo)" />
  </svg>
)
