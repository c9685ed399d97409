export type TimeLimit = { readonly signal: AbortSignal; over(): void }

/**
 * Ends what takes longer than so many ms, as `AbortSignal.timeout` does; `over` takes the timer back, so that no phone is
 * woken for an answer that came long ago.
 */
export const timeLimit = (ms: number): TimeLimit => {
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(new DOMException(`nothing came in ${ms} ms`, 'TimeoutError')), ms)
  return { signal: limit.signal, over: () => clearTimeout(timer) }
}
