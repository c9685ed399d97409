import { useEffect, useRef } from 'react'
import type { Day } from '../../../domain/entries/communeBodies.ts'
import { useClock } from './useClock.ts'

type Dated = { value: { date: Day } | null; set(patch: { date: Day }): void }

/**
 * A form that was begun under a doubtful clock takes the day that somebody answers meanwhile, if its own was that day
 * and nobody chose another. Midnight changes nothing: what was begun on a day is of that day.
 */
export const useAnsweredDay = ({ value, set }: Dated, today: Day): void => {
  const { doubt, by, day } = useClock()
  const word = doubt === null ? `${by} ${day ?? ''}` : 'doubt'
  const before = useRef({ word, today })
  useEffect(() => {
    const was = before.current
    if (value === null || was.word === word) return
    before.current = { word, today }
    if (was.today !== today && value.date === was.today) set({ date: today })
  })
}
