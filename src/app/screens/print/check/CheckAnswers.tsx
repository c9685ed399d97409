import type { Check } from '../../../../domain/build/build.ts'
import type { Answer, KnownBy } from '../../../../domain/entries/communeBodies.ts'
import type { ChecklistItem, ChecklistPublished } from '../../../../domain/entries/districtBodies.ts'
import { judgeAnswer } from '../../../../domain/foundation/judgeAnswer.ts'
import { itemsOf } from '../../../../domain/foundation/suggestVerdict.ts'
import { answerWords, wantedWords } from '../../../../language/answerWords.ts'
import { findingWords } from '../../../../language/findingWords.ts'
import { chosenWords } from '../../../../language/locale.ts'
import { m } from '../../../../language/words/messages.js'

/** Every question of the sitting with its answer; what was not answered says so. */
export const CheckAnswers = ({ check, checklist }: { check: Check; checklist: ChecklistPublished | null }) => (
  <table className="paper-table paper-answered">
    <thead>
      <tr>
        <th scope="col">{m.review_item()}</th>
        <th scope="col">{m.print_answer()}</th>
        <th scope="col">{m.print_remark()}</th>
      </tr>
    </thead>
    <tbody>
      {(checklist === null ? [] : itemsOf(checklist, check.body.sitting)).map((item) => (
        <Line key={item.id} item={item} answer={check.body.answers[item.id]} />
      ))}
    </tbody>
  </table>
)

const Line = ({ item, answer }: { item: ChecklistItem; answer: Answer | undefined }) => (
  <tr>
    <th scope="row">
      {chosenWords(item.title)}
      <span className="paper-under">{wantedWords(item)}</span>
    </th>
    <td>{judgeAnswer(item, answer).is === 'empty' ? m.step_open() : answerWords(item, answer)}</td>
    <td>{besideWords(item, answer)}</td>
  </tr>
)

const knownWords: { [K in KnownBy]: () => string } = {
  'family-photo': m.known_family_photo,
  'village-head': m.known_village_head,
  'not-known': m.known_not,
}

/** What the figure comes to where it is not well, how something out of sight is known, and what was written beside. */
const besideWords = (item: ChecklistItem, answer: Answer | undefined): string => {
  const finding = judgeAnswer(item, answer)
  const said = finding.is === 'to-mend' || finding.is === 'failed' ? findingWords(item, answer, finding) : ''
  const { gone, remark = '' } = answer ?? {}
  const known = gone === undefined ? [] : [knownWords[gone.knownBy](), gone.note ?? '']
  return [...new Set([said, ...known, remark])].filter((text) => text !== '').join(' · ')
}
