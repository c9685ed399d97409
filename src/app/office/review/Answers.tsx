import type { Answer } from '../../../domain/entries/communeBodies.ts'
import type { ChecklistItem } from '../../../domain/entries/districtBodies.ts'
import { judgeAnswer } from '../../../domain/foundation/judgeAnswer.ts'
import { answerWords, wantedWords } from '../../../language/answerWords.ts'
import { chosenWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import type { Tone } from '../../../ui/Notice.tsx'
import { Tag } from '../../../ui/Tag.tsx'

type AnswersOf = { [item: string]: Answer }
/** What was answered to the same items before, at the same sitting or at the other one; `title` says which. */
export type Before = { title: string; answers: AnswersOf }
type Props = { items: readonly ChecklistItem[]; answers: AnswersOf; before?: Before | undefined }

/** The checklist as answered; where the house was checked before, that answer stands beside. */
export const Answers = ({ items, answers, before }: Props) => (
  <table className="answers">
    <thead>
      <tr>
        <th scope="col">{m.review_item()}</th>
        {before && <th scope="col">{before.title}</th>}
        <th scope="col">{m.review_now()}</th>
      </tr>
    </thead>
    <tbody>
      {items.map((item) => (
        <tr key={item.id}>
          <th scope="row">
            {chosenWords(item.title)}
            {wantedWords(item) && <span className="soft remark">{wantedWords(item)}</span>}
            {answers[item.id]?.remark && <span className="soft remark">{answers[item.id]?.remark}</span>}
          </th>
          {before && (
            <td className="soft">
              {before.answers[item.id] === undefined ? '–' : answerWords(item, before.answers[item.id])}
            </td>
          )}
          <td>
            <Said item={item} answer={answers[item.id]} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Said = ({ item, answer }: { item: ChecklistItem; answer: Answer | undefined }) => {
  const { is } = judgeAnswer(item, answer)
  if (is === 'empty') return <span className="soft">{m.review_none()}</span>
  const tone: Tone = is === 'failed' ? 'red' : is === 'well' ? 'leaf' : 'amber'
  return <Tag tone={tone}>{answerWords(item, answer)}</Tag>
}
