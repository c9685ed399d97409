import { useState } from 'react'
import { useLocation } from 'wouter'
import { useClock } from '../store/queries/useClock.ts'
import { ClockQuestion } from './laterNotices.tsx'

/** Screens on which something is dated. */
const recording = /\/(visit|check|stage|contribution)$/

/**
 * A doubtful clock is asked about on opening, and again before something is recorded; *để sau* records all the same.
 * Where somebody answered, *Hôm nay* says so, with the way to mend it.
 */
export const ClockNotice = () => {
  const { doubt, by, offsetMs } = useClock()
  const [at] = useLocation()
  const [put, setPut] = useState<ReadonlySet<string>>(new Set())
  const [mending, setMending] = useState(false)
  const here = recording.test(at) ? at : 'open'
  const answered = doubt === null && by === 'person' && offsetMs !== 0
  if (doubt !== null || (answered && mending)) {
    if (doubt !== null && put.has(here)) return null
    const done = () => setMending(false)
    return (
      <ClockQuestion
        at="asking"
        later={() => {
          setPut((before) => new Set([...before, here]))
          done()
        }}
        done={done}
      />
    )
  }
  return answered && at === '/' ? <ClockQuestion at="answered" mend={() => setMending(true)} /> : null
}
