import type { ColumnReader } from './columnReader.ts'
import type { ColumnWriter } from './columnWriter.ts'
import { NotColumns } from './notColumns.ts'
import { readNumbers, writeNumbers } from './numberColumn.ts'

/** `ms (12 hex)-counter (4 hex)-first 8 of a device's id`. */
const shape = /^[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{8}$/

export const isClock = (text: unknown): text is string => typeof text === 'string' && shape.test(text)

export const msOfClock = (clock: string): number => Number.parseInt(clock.slice(0, 12), 16)

/** Beside what a clock is written: a time near it, and the device it is most likely of. */
export type Beside = { ms: number; device: string }

export const writeClocks = (out: ColumnWriter, clocks: readonly string[], beside: readonly Beside[]): void => {
  writeNumbers(
    out,
    clocks.map((clock, at) => msOfClock(clock) - (beside[at]?.ms ?? 0)),
  )
  writeNumbers(
    out,
    clocks.map((clock) => Number.parseInt(clock.slice(13, 17), 16)),
  )
  const others = clocks.map((clock, at) => (clock.slice(18) === beside[at]?.device.slice(0, 8) ? 0 : 1))
  writeNumbers(out, others)
  for (const [at, clock] of clocks.entries())
    if (others[at] === 1) out.someBits(Number.parseInt(clock.slice(18), 16), 32)
}

export const readClocks = (from: ColumnReader, beside: readonly Beside[]): string[] => {
  const count = beside.length
  from.spend(count * 26)
  const [ms, counters, others] = [readNumbers(from, count), readNumbers(from, count), readNumbers(from, count)]
  return beside.map((near, at) => {
    const time = near.ms + (ms[at] ?? 0)
    const counter = counters[at] ?? 0
    if (!Number.isInteger(time) || time < 0 || time >= 2 ** 48) throw new NotColumns('clock')
    if (!Number.isInteger(counter) || counter < 0 || counter > 0xffff) throw new NotColumns('clock')
    const device = others[at] === 0 ? near.device.slice(0, 8) : from.someBits(32).toString(16).padStart(8, '0')
    return `${time.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}-${device}`
  })
}
