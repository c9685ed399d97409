import type { ClockSaid } from '../domain/entries/communeBodies.ts'
import { m } from './words/messages.js'

/** Beside a date that a doubtful clock gave: on whose word it stands; empty where the clock was right. */
export const clockWords = (clock: ClockSaid | undefined): string =>
  clock === undefined ? '' : clock.day === null ? m.clock_said_later() : m.clock_said_answered()
