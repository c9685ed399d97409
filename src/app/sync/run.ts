import type { Device } from '../device/device.ts'
import type { Database } from '../store/tables.ts'

/** What is left of the lane that is going on: said for people, and the watchdog's sign of life [L20]. */
export type Left = { lane: 'entries' | 'photos'; waiting: number }

/** One hand-in. When `signal` is aborted it writes no more: whoever gave it up may have begun another. */
export type Run = {
  readonly database: Database
  readonly device: Device
  readonly signal: AbortSignal
  /** How long one request may take. */
  readonly timeoutMs: number
  /** [L8] Nothing fits on this phone but what is held back for entries: they are handed in, and nothing is asked for. */
  readonly full: boolean
  /** One thing at a time, without a pause: whoever watches each step of a phone sees what came of each answer. */
  readonly alone?: true
  progress(left: Left): void
  /** Entries in an answer's pages, at most; else the usual many. */
  readonly pageLimit?: number
  /** What this phone and the endpoint both hold: named by its place it costs a byte or two. Not known in a worker. */
  readonly known?: Known
}

export type Known = (book: string, uuid: string) => { book: string; seq: number; id: string; subject: string } | null

/** A lane of a hand-in, one after the other: a lane that is held up never holds up the ones before it [L1]. */
export type Lane = (run: Run) => Promise<SyncOutcome>

/** How a hand-in ended. `stopped` names what a person or the office must do first. */
export type SyncOutcome =
  | { at: 'done'; ms: number; waitingForConfirmation: boolean }
  | { at: 'no-signal'; why: NoSignal; retryAfterMs?: number }
  | { at: 'stopped'; why: Stopped }

/**
 * `page`: a page of a book did not verify and was not kept. `busy`: the endpoint asks for patience. `set-apart`: all else
 * went, but for entries that get no answer even alone. `phone-full`: what came could not be kept. `stuck`: given up by the
 * watchdog.
 */
export type NoSignal =
  | 'network'
  | 'time-out'
  | 'not-the-endpoint'
  | 'page'
  | 'busy'
  | 'set-apart'
  | 'phone-full'
  | 'stuck'

/** `protocol`: the app needs its update; what was recorded is handed in all the same [I9]. */
export type Stopped = 'not-enrolled' | 'revoked' | 'wiped' | 'unknown-device' | 'protocol' | 'refused'
