import type { BodyOf, KnownKind } from './kinds.ts'

/**
 * One line of a book: a fact that somebody saw. Never changed; corrected by a later entry.
 *
 * - `id`, `subject`: UUIDv7, lower case; `device`: UUIDv4; `book`: `[a-z0-9-]{1,40}`
 * - `at`: hybrid logical clock, `ms (12 hex)-counter (4 hex)-device (first 8 of its id)`; sorts as text
 * - `n`: this device's own counter, 1, 2, 3 … without a gap over all its books
 * - `v`: version of the body of this kind
 *
 * Unknown kinds and unknown fields are carried along unread and unharmed [I9].
 */
export type Entry<Kind extends string = string, Body = unknown> = {
  readonly id: string
  readonly book: string
  readonly kind: Kind
  readonly v: number
  readonly subject: string
  readonly at: string
  readonly device: string
  readonly person: string
  readonly n: number
  readonly body: Body
}

/** What the endpoint adds: the book's number and the stamp everybody folds by. */
export type StampedEntry<E extends Entry = Entry> = E & { readonly seq: number; readonly stamp: string }

/**
 * An entry as the fold takes it. `seq` is null while it is only on this device; `stamp` is then its own `at`.
 */
export type FoldedEntry = Entry & { readonly seq: number | null; readonly stamp: string }

/** An entry of a kind this version knows, with its body's type. */
export type KnownEntry<K extends KnownKind = KnownKind> = K extends KnownKind ? Entry<K, BodyOf<K>> : never
