/** As in `Sun, 06 Nov 1994 08:49:37 GMT`; Date.parse alone would read a date into `-1`. */
const httpDate = /^[A-Z][a-z]{2}, /
const mostMs = 60 * 60_000

/** `Retry-After` in seconds or as a date, at most an hour; nothing where it isn't there or can't be read. */
export const retryAfterMs = (headers: Headers, nowMs: number): { retryAfterMs?: number } => {
  const said = headers.get('retry-after') ?? ''
  const ms = /^\d+$/.test(said) ? Number(said) * 1000 : httpDate.test(said) ? Date.parse(said) - nowMs : 0
  return Number.isFinite(ms) && ms > 0 ? { retryAfterMs: Math.min(ms, mostMs) } : {}
}
