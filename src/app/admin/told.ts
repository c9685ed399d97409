/**
 * Why there is no answer, or which refusal it was. `offline`: nothing was sent. `network`, `time-out`, `not-the-endpoint`:
 * it was sent, and whether it arrived is not known. `protocol`: an answer of a form that this app doesn't know.
 */
export type Trouble =
  | 'offline'
  | 'network'
  | 'time-out'
  | 'not-the-endpoint'
  | 'protocol'
  | 'refused'
  | 'clock'
  | 'not-your-role'
  | 'revoked'
  | 'unknown-device'
  | 'not-found'
  | 'bad-request'
  | 'too-large'
  | 'too-many'
  | 'busy'

/** What the endpoint told an admin. A refusal is an answer, not an exception. */
export type Told<T> = { ok: true; value: T } | { ok: false; trouble: Trouble }

const refusals: ReadonlySet<string> = new Set<Trouble>([
  'clock',
  'not-your-role',
  'revoked',
  'unknown-device',
  'not-found',
  'bad-request',
  'too-large',
  'too-many',
  'busy',
])

/** Another endpoint may know other codes: they are refusals all the same. */
export const troubleOf = (code: string): Trouble => (refusals.has(code) ? (code as Trouble) : 'refused')
