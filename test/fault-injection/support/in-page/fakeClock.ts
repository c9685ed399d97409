type Timer = { id: number; dueMs: number; everyMs: number | null; ring: () => void }

const real = { setTimeout: globalThis.setTimeout.bind(globalThis), now: Date.now.bind(Date) }
const timers = new Map<number, Timer>()
let nowMs = 0
let last = 1_000_000

/** From now on this page's time stands still, but for `advanceClock`: timers, Date.now and time-outs of requests. */
export const fakeClock = (): void => {
  nowMs = real.now()
  const add = (ring: () => void, delay: number, everyMs: number | null): number => {
    last += 1
    timers.set(last, { id: last, dueMs: nowMs + delay, everyMs, ring })
    return last
  }
  const stop = (id?: number) => void timers.delete(id ?? 0)
  Object.assign(globalThis, {
    setTimeout: (ring: (...words: unknown[]) => void, delay = 0, ...words: unknown[]) =>
      add(() => ring(...words), delay, null),
    setInterval: (ring: (...words: unknown[]) => void, delay = 0, ...words: unknown[]) =>
      add(() => ring(...words), delay, delay),
    clearTimeout: stop,
    clearInterval: stop,
  })
  Date.now = () => nowMs
  AbortSignal.timeout = (ms) => {
    const end = new AbortController()
    add(() => end.abort(new DOMException('signal timed out', 'TimeoutError')), ms, null)
    return end.signal
  }
}

/** So many ms pass; whatever falls due rings in its order, and what it set off gets a moment of real time. */
export const advanceClock = async (ms: number): Promise<void> => {
  const until = nowMs + ms
  for (;;) {
    const next = [...timers.values()].filter(({ dueMs }) => dueMs <= until).sort((a, b) => a.dueMs - b.dueMs)[0]
    if (next === undefined) break
    nowMs = Math.max(nowMs, next.dueMs)
    timers.delete(next.id)
    if (next.everyMs !== null) timers.set(next.id, { ...next, dueMs: nowMs + next.everyMs })
    next.ring()
    await aMoment()
  }
  nowMs = until
  await aMoment()
}

/** Of real time. */
export const aMoment = (): Promise<void> => new Promise((on) => real.setTimeout(on, 3))
