import type { Answer } from '../../../domain/entries/communeBodies.ts'
import type { ChecklistItem } from '../../../domain/entries/districtBodies.ts'
import type { Finding } from '../../../domain/foundation/judgeAnswer.ts'
import { findingWords } from '../../../language/findingWords.ts'
import { numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import type { Tone } from '../../../ui/Notice.tsx'
import { Tag } from '../../../ui/Tag.tsx'

type Props = { item: ChecklistItem; answer: Answer; finding: Finding }

const marks: { [is in Finding['is']]: { tone: Tone; words: () => string } | null } = {
  well: { tone: 'leaf', words: m.finding_well },
  note: { tone: 'amber', words: m.finding_mend },
  'to-mend': { tone: 'amber', words: m.finding_mend },
  failed: { tone: 'red', words: m.finding_failed },
  gone: { tone: 'indigo', words: m.check_gone },
  empty: null,
  unread: null,
}

/** What the answer comes to, as one types: a word in its colour, and the figures beside it. */
export const FindingLine = ({ item, answer, finding }: Props) => {
  const mark = marks[finding.is]
  // Answers of one tap are their own word already; only what is wrong with them is worth another.
  const own = item.kind === 'yes-no' || item.kind === 'choice' || item.kind === 'text'
  if (mark === null || (own && finding.is === 'well')) return <p role="status" className="finding" />
  const difference = item.kind === 'diagonals' ? finding.detail?.difference : undefined
  const over = finding.detail?.over
  return (
    <p role="status" className="finding">
      <Tag tone={mark.tone}>
        {difference === undefined ? mark.words() : m.finding_apart({ difference: numberWords(difference) })}
      </Tag>{' '}
      <span className="soft">
        {over !== undefined
          ? m.finding_over({ over: numberWords(over) })
          : difference === undefined && finding.code !== undefined && !own
            ? findingWords(item, answer, finding)
            : finding.is === 'gone'
              ? m.finding_gone()
              : ''}
      </span>
    </p>
  )
}
