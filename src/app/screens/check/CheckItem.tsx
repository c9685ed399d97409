import { useState } from 'react'
import type { Answer, KnownBy } from '../../../domain/entries/communeBodies.ts'
import type { ChecklistItem } from '../../../domain/entries/districtBodies.ts'
import { type Finding, judgeAnswer } from '../../../domain/foundation/judgeAnswer.ts'
import { chosenWords, numberWords, parseNumber } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { Choices } from '../../../ui/form/Choices.tsx'
import { Field } from '../../../ui/form/Field.tsx'
import { Notice, type Tone } from '../../../ui/Notice.tsx'

type Props = { item: ChecklistItem; answer: Answer | undefined; change(answer: Answer): void }

/** One question of the checklist, judged as one types; or *không còn nhìn thấy*, with how it is known. */
export const CheckItem = ({ item, answer = {}, change }: Props) => {
  const finding = judgeAnswer(item, answer)
  const { gone: _gone, ...seen } = answer
  return (
    <section className="stack">
      <h1>{chosenWords(item.title)}</h1>
      {item.hint && <p className="soft">{chosenWords(item.hint)}</p>}
      {answer.gone === undefined && <Value item={item} answer={answer} change={change} />}
      <FindingNotice finding={finding} />
      <Choices
        legend={m.check_gone()}
        options={[
          { id: 'no', title: m.no() },
          { id: 'yes', title: m.yes() },
        ]}
        chosen={[answer.gone === undefined ? 'no' : 'yes']}
        change={([yes]) => change(yes === 'yes' ? { ...seen, gone: { knownBy: 'not-known' } } : seen)}
      />
      {answer.gone !== undefined && (
        <Choices<KnownBy>
          legend={m.check_known()}
          options={[
            { id: 'family-photo', title: m.known_family_photo() },
            { id: 'village-head', title: m.known_village_head() },
            { id: 'not-known', title: m.known_not() },
          ]}
          chosen={[answer.gone.knownBy]}
          change={([knownBy = 'not-known']) => change({ ...seen, gone: { knownBy } })}
        />
      )}
      <Field label={m.check_remark()} value={answer.remark ?? ''} change={(remark) => change({ ...answer, remark })} />
    </section>
  )
}

const Value = ({ item, answer, change }: Props & { answer: Answer }) => {
  switch (item.kind) {
    case 'yes-no':
      return (
        <Choices
          legend={chosenWords(item.title)}
          options={[
            { id: 'yes', title: m.check_yes() },
            { id: 'no', title: m.check_no() },
            { id: 'na', title: m.check_na() },
          ]}
          chosen={typeof answer.value === 'string' ? [answer.value as 'yes' | 'no' | 'na'] : []}
          change={([value]) => change(value === undefined ? answer : { ...answer, value })}
        />
      )
    case 'choice':
      return (
        <Choices
          legend={chosenWords(item.title)}
          options={item.options.map(({ id, title }) => ({ id, title: chosenWords(title) }))}
          chosen={typeof answer.value === 'string' ? [answer.value] : []}
          change={([value]) => change(value === undefined ? answer : { ...answer, value })}
        />
      )
    case 'text':
      return (
        <Field
          label={chosenWords(item.title)}
          lines={3}
          value={String(answer.value ?? '')}
          change={(value) => change({ ...answer, value })}
        />
      )
    case 'diagonals':
      return <Numbers labels={['A', 'B'].map((name) => m.check_diagonal({ name }))} answer={answer} change={change} />
    case 'number': {
      const points = item.count ?? 1
      const title = `${chosenWords(item.title)}, ${unitWords[item.unit]()}`
      const labels =
        points === 1 ? [title] : Array.from({ length: points }, (_, at) => m.check_point({ title, at: at + 1 }))
      return (
        <>
          <p>{expectedWords(item)}</p>
          <Numbers labels={labels} answer={answer} change={change} />
        </>
      )
    }
  }
}

/** Numbers as a tape reads them; what can't be read as a number stays in the field and is said. */
const Numbers = ({ labels, answer, change }: { labels: string[]; answer: Answer; change(answer: Answer): void }) => {
  const [typed, setTyped] = useState(() => labels.map((_, at) => textOf([answer.value].flat()[at])))
  const [wrong, setWrong] = useState<number[]>([])
  const type = (at: number, text: string) => {
    const now = typed.map((before, index) => (index === at ? text : before))
    setTyped(now)
    const numbers = now.map(parseNumber)
    setWrong(now.flatMap((one, index) => (one.trim() !== '' && !Number.isFinite(numbers[index]) ? [index] : [])))
    const whole = numbers.filter(Number.isFinite)
    const { value: _value, ...rest } = answer
    if (whole.length === 0) change(rest)
    else change({ ...rest, value: labels.length === 1 ? (whole[0] ?? 0) : whole })
  }
  return (
    <div className="side-by-side">
      {labels.map((label, at) => (
        <Field
          key={label}
          label={label}
          decimal
          value={typed[at] ?? ''}
          change={(text) => type(at, text)}
          wrong={wrong.includes(at) ? m.finding_unread() : undefined}
        />
      ))}
    </div>
  )
}

const textOf = (value: unknown): string => (typeof value === 'number' ? numberWords(value) : '')

const unitWords = {
  mm: m.unit_mm,
  cm: m.unit_cm,
  m: m.unit_m,
  days: m.unit_days,
  pieces: m.unit_pieces,
  VND: m.unit_VND,
  degrees: m.unit_degrees,
}

const expectedWords = ({ unit, expected, tolerance, min, max }: Extract<ChecklistItem, { kind: 'number' }>): string => {
  const said = unitWords[unit]()
  if (expected !== undefined) {
    const value = numberWords(expected)
    return tolerance
      ? m.check_expected_within({ value, unit: said, tolerance: numberWords(tolerance) })
      : m.check_expected({ value, unit: said })
  }
  const limits = [
    min !== undefined && m.check_min({ value: numberWords(min), unit: said }),
    max !== undefined && m.check_max({ value: numberWords(max), unit: said }),
  ]
  return limits.filter(Boolean).join(' · ')
}

const FindingNotice = ({ finding }: { finding: Finding }) => {
  const [tone, words] = findingWords(finding)
  return words === '' ? null : <Notice tone={tone}>{words}</Notice>
}

const findingWords = ({ is, code, detail }: Finding): [Tone, string] => {
  if (code === 'diagonals-differ') {
    return [
      'amber',
      m.finding_difference({ difference: numberWords(detail?.difference ?? 0), over: numberWords(detail?.over ?? 0) }),
    ]
  }
  if (is === 'well') return ['leaf', m.finding_well()]
  if (is === 'to-mend' || is === 'note') return ['amber', m.finding_mend()]
  if (is === 'failed') return ['red', m.finding_failed()]
  if (is === 'gone') return ['indigo', m.finding_gone()]
  return ['indigo', '']
}
