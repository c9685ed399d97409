import type { Answer } from '../../../domain/entries/communeBodies.ts'
import type { ChecklistItem } from '../../../domain/entries/districtBodies.ts'
import { expectedWords } from '../../../language/expectedWords.ts'
import { unitWords } from '../../../language/findingWords.ts'
import { chosenWords, numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { Choices } from '../../../ui/form/Choices.tsx'
import { Field } from '../../../ui/form/Field.tsx'
import { Numbers } from './Numbers.tsx'

type Props = {
  item: ChecklistItem
  answer: Answer
  answers: { [item: string]: Answer }
  typed: string[] | undefined
  change(answer: Answer, typed?: string[]): void
  tapped(value: string): void
}

/** The field or the choices that an item of the checklist is answered with. */
export const ItemValue = ({ item, answer, answers, typed, change, tapped }: Props) => {
  const title = chosenWords(item.title)
  switch (item.kind) {
    case 'yes-no':
      return (
        <Choices
          legend={title}
          quiet
          large
          options={[
            { id: 'yes', title: m.check_yes() },
            { id: 'no', title: m.check_no() },
            { id: 'na', title: m.check_na() },
          ]}
          chosen={typeof answer.value === 'string' ? [answer.value as 'yes' | 'no' | 'na'] : []}
          change={([value]) => change(value === undefined ? answer : { ...answer, value })}
          tapped={tapped}
        />
      )
    case 'choice':
      return (
        <Choices
          legend={title}
          quiet
          options={item.options.map((option) => ({ id: option.id, title: chosenWords(option.title) }))}
          chosen={typeof answer.value === 'string' ? [answer.value] : []}
          change={([value]) => change(value === undefined ? answer : { ...answer, value })}
          tapped={tapped}
        />
      )
    case 'text':
      return (
        <Field
          label={title}
          lines={3}
          value={String(answer.value ?? '')}
          change={(value) => change({ ...answer, value })}
        />
      )
    case 'diagonals':
      return (
        <>
          <ExpectedDiagonal length={answers[item.length]?.value} width={answers[item.width]?.value} />
          <Numbers
            labels={['A', 'B'].map((name) => m.check_diagonal({ name }))}
            answer={answer}
            typed={typed}
            change={change}
          />
        </>
      )
    case 'number': {
      const points = item.count ?? 1
      const unit = unitWords[item.unit]()
      // "… bao nhiêu ngày" says its unit itself.
      const named = title.toLowerCase().endsWith(unit.toLowerCase()) ? title : `${title}, ${unit}`
      const labels =
        points === 1 ? [named] : Array.from({ length: points }, (_, at) => m.check_point({ title: named, at: at + 1 }))
      return (
        <>
          <p className="soft">{expectedWords(item)}</p>
          <Numbers labels={labels} answer={answer} typed={typed} change={change} />
        </>
      )
    }
  }
}

/** What both diagonals of a true rectangle would be, from what was just measured. */
const ExpectedDiagonal = ({ length, width }: { length: unknown; width: unknown }) =>
  typeof length === 'number' && typeof width === 'number' ? (
    <p className="soft">
      {m.check_diagonal_expected({ value: numberWords(Math.round(Math.hypot(length, width) * 10) / 10) })}
    </p>
  ) : null
