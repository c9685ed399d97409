import type { KeyboardEvent } from 'react'
import type { Answer } from '../../../domain/entries/communeBodies.ts'
import { parseNumber, typedWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { Field } from '../../../ui/form/Field.tsx'

type Props = {
  labels: readonly string[]
  answer: Answer
  typed: string[] | undefined
  change(answer: Answer, typed: string[]): void
}

/**
 * Numbers as a tape reads them. What stands in the fields is kept as typed; only what can be read as numbers becomes
 * the answer, and what can't is said beside its field.
 */
export const Numbers = ({ labels, answer, typed, change }: Props) => {
  const texts = labels.map((_, at) => typed?.[at] ?? asTyped([answer.value].flat()[at]))
  const type = (at: number, text: string) => {
    const now = texts.map((before, index) => (index === at ? text : before))
    const whole = now.map(parseNumber).filter(Number.isFinite)
    const { value: _value, ...rest } = answer
    change(whole.length === 0 ? rest : { ...rest, value: labels.length === 1 ? (whole[0] ?? 0) : whole }, now)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only the Enter key of the fields inside passes here.
    <div className="numbers" onKeyDown={toNextField}>
      {labels.map((label, at) => (
        <Field
          key={label}
          label={label}
          decimal
          value={texts[at] ?? ''}
          change={(text) => type(at, text)}
          wrong={unreadable(texts[at] ?? '') ? m.finding_unread() : undefined}
        />
      ))}
    </div>
  )
}

const asTyped = (value: unknown): string => (typeof value === 'number' ? typedWords(value) : '')

const unreadable = (text: string): boolean => text.trim() !== '' && !Number.isFinite(parseNumber(text))

/** Enter goes to the next empty number; from the last one it goes on to the next step. */
const toNextField = (event: KeyboardEvent<HTMLDivElement>) => {
  if (event.key !== 'Enter') return
  const fields = [...event.currentTarget.querySelectorAll('input')]
  const next = fields.slice(fields.indexOf(event.target as HTMLInputElement) + 1).find(({ value }) => value === '')
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
