import type { Moment } from '../entries/communeBodies.ts'

/** A moment with its zone, `2026-11-24T08:30:05+07:00`; `offsetMinutes` east of UTC. */
export const momentText = (ms: number, offsetMinutes: number): Moment => {
  const local = new Date(ms + offsetMinutes * 60_000).toISOString().slice(0, 19)
  const sign = offsetMinutes < 0 ? '-' : '+'
  const away = Math.abs(offsetMinutes)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${local}${sign}${two(Math.floor(away / 60))}:${two(away % 60)}`
}
