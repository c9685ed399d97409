import { useState } from 'react'
import { m } from '../../language/words/messages.js'
import { Field } from './Field.tsx'
import './form.css'

type Props = {
  label: string
  /** The day in words, as it stands. */
  words: string
  value: string
  change(day: string): void
  left(): void
  wrong: string | undefined
}

/** "Hôm nay 24/11 · Đổi": nearly always today, so the field waits behind a tap. */
export const DateLine = ({ label, words, value, change, left, wrong }: Props) => {
  const [open, setOpen] = useState(false)
  if (open || wrong !== undefined)
    return <Field label={label} type="date" value={value} change={change} left={left} wrong={wrong} />
  return (
    <p className="date-line">
      <span>{words}</span>
      <button
        type="button"
        className="button plain"
        aria-label={`${m.change()}: ${label}`}
        onClick={() => setOpen(true)}
      >
        {m.change()}
      </button>
    </p>
  )
}
