/**
 * Hybrid logical clock. A reading is `ms (12 hex)-counter (4 hex)-device (8 hex)` and sorts as text. `last` is the
 * greatest reading this device has written or pulled.
 */
export type ClockReading = string

const clockPattern = /^[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{8}$/
export const isClockReading = (text: string): boolean => clockPattern.test(text)

const clockReading = (ms: number, counter: number, device: string): ClockReading =>
  `${ms.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}-${device.slice(0, 8)}`

export const clockParts = (reading: ClockReading) => ({
  ms: Number.parseInt(reading.slice(0, 12), 16),
  counter: Number.parseInt(reading.slice(13, 17), 16),
  device: reading.slice(18),
})

/** The next reading of this device: after `last`, and at `nowMs` or later. */
export const tick = (last: ClockReading | null, nowMs: number, device: string): ClockReading => {
  const before = last === null ? { ms: -1, counter: 0 } : clockParts(last)
  if (nowMs > before.ms) return clockReading(nowMs, 0, device)
  if (before.counter < 0xffff) return clockReading(before.ms, before.counter + 1, device)
  return clockReading(before.ms + 1, 0, device)
}

/** The later of two readings. */
export const later = (a: ClockReading | null, b: ClockReading): ClockReading => (a === null || b > a ? b : a)

/** How far ahead of its arrival an entry's clock may stand before the endpoint clamps its stamp, in ms. */
const clampAheadMs = 10 * 60_000

/**
 * `stamp = min(at, arrival + 10 min)`. Clamped stamps keep the device part and take rising counters in the order of
 * `n`: hand the stamp last clamped for this device as `lastClamped`.
 */
export const stampOf = (
  at: ClockReading,
  arrivalMs: number,
  lastClamped: ClockReading | null,
): { stamp: ClockReading; clamped: boolean } => {
  const limitMs = arrivalMs + clampAheadMs
  const { ms, device } = clockParts(at)
  if (ms <= limitMs) return { stamp: at, clamped: false }
  const floor = clockReading(limitMs, 0, device)
  return { stamp: lastClamped !== null && lastClamped >= floor ? tick(lastClamped, 0, device) : floor, clamped: true }
}
