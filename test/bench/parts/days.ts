import type { Entry } from '../../../src/domain/entries/entry.ts'
import type { Runner, Seen } from '../inTurn.ts'
import type { Line } from '../lines/startLine.ts'

/** A way to hand days in. */
export type Days = Runner & { remove(): Promise<void> }

/** The day of a round, once ours has written it. */
export type DayOf = (round: number) => readonly Entry[]

export const overLine = ({ counted }: Line, ms: number): Seen => ({
  '': [ms, 'ms'],
  up: [counted.up, 'bytes'],
  down: [counted.down, 'bytes'],
  requests: [counted.requests, 'requests'],
})
