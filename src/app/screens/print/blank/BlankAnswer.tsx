import type { ChecklistItem } from '../../../../domain/entries/districtBodies.ts'
import { unitWords } from '../../../../language/findingWords.ts'
import { chosenWords } from '../../../../language/locale.ts'
import { m } from '../../../../language/words/messages.js'
import { Box } from '../Box.tsx'

/** Room for one answer: boxes to tick, or a line for each number with its unit. */
export const BlankAnswer = ({ item }: { item: ChecklistItem }) => {
  if (item.kind === 'text') return <span className="paper-line" />
  if (item.kind === 'yes-no') return <Boxes labels={[m.check_yes(), m.check_no(), m.check_na()]} />
  if (item.kind === 'choice') return <Boxes labels={item.options.map(({ title }) => chosenWords(title))} />
  const unit = unitWords[item.unit]()
  const points = item.kind === 'diagonals' ? ['A', 'B'] : pointsOf(item.count ?? 1)
  return (
    <span className="paper-figures">
      {points.map((point) => (
        <span key={point} className="paper-figure">
          {point}
          <span className="paper-line" />
          {unit}
        </span>
      ))}
    </span>
  )
}

/** One number needs no name; several are numbered. */
const pointsOf = (count: number): string[] =>
  count === 1 ? [''] : Array.from({ length: count }, (_, at) => String(at + 1))

const Boxes = ({ labels }: { labels: readonly string[] }) => (
  <span className="paper-ticks">
    {labels.map((label) => (
      <Box key={label} label={label} />
    ))}
  </span>
)
