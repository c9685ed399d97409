import { type FormEvent, useState } from 'react'
import { dayOf, daysBetween, isDay } from '../../domain/time/day.ts'
import { longDayWords, numberWords } from '../../language/locale.ts'
import { m } from '../../language/words/messages.js'
import { Field } from '../../ui/form/Field.tsx'
import { answerDay } from '../record/answerDay.ts'
import { useStore } from '../store/queries/StoreContext.tsx'
import { useClock } from '../store/queries/useClock.ts'

type Props = { at: 'asking'; later(): void; done(): void } | { at: 'answered'; mend(): void }

/** A day further away than this from the last one known is asked about once more. */
const farDays = 45

/** "Giờ máy có thể sai. Hôm nay ngày mấy?", calmly, and never in the way. */
export default function ClockQuestion(props: Props) {
  const { day } = useClock()
  if (props.at === 'asking') return <Asking {...props} />
  return (
    <section className="storage-notice notice amber" aria-label={m.clock_day()}>
      <p>{m.clock_answered({ day: yearDayWords(day ?? '') })}</p>
      <button type="button" className="button" onClick={props.mend}>
        {m.clock_change()}
      </button>
    </section>
  )
}

const Asking = ({ later, done }: Extract<Props, { at: 'asking' }>) => {
  const store = useStore()
  const { deviceMs, nowMs, doubt } = useClock()
  const known = dayOf(doubt?.knownMs ?? nowMs)
  const machine = dayOf(deviceMs)
  const [typed, setTyped] = useState<string | null>(null)
  const [asked, setAsked] = useState<string | null>(null)
  // The phone's own picker opens at the day that stands here, not at one years away.
  const day = typed ?? (doubt?.why === 'behind' ? known : machine)
  const away = isDay(day) ? daysBetween(known, day) : 0
  const wrong =
    asked !== day ? undefined : isDay(day) ? farWords(away) : m.clock_day_missing({ example: example(known) })
  const answer = async (event: FormEvent) => {
    event.preventDefault()
    if (!isDay(day) || ((away < 0 || away > farDays) && asked !== day)) return setAsked(day)
    await answerDay(store, day)
    done()
  }
  return (
    <section className="storage-notice notice amber" aria-labelledby="clock-title">
      <h2 id="clock-title">{m.clock_title()}</h2>
      <p>
        {m.clock_says({ machine: yearDayWords(machine) })} {m.clock_known({ known: yearDayWords(known) })}
      </p>
      <p>{m.clock_safe()}</p>
      <form className="stack" noValidate onSubmit={(event) => void answer(event)}>
        <Field label={m.clock_day()} type="date" value={day} change={setTyped} wrong={wrong} />
        <div className="choices">
          <button type="submit" className="button main">
            {m.clock_answer()}
          </button>
          <button type="button" className="button" onClick={later}>
            {m.clock_later()}
          </button>
        </div>
      </form>
    </section>
  )
}

const farWords = (days: number): string => m.clock_far({ count: numberWords(Math.abs(days)) })

const example = (day: string): string => day.split('-').reverse().join('/')

/** With its year: it is what is in doubt. */
const yearDayWords = (day: string): string => (isDay(day) ? `${longDayWords(day)}/${day.slice(0, 4)}` : '')
