import type { FoldedEntry } from '../../src/domain/entries/entry.ts'

let made = 0

/** An entry of Lan's in book `b`, stamped in the millisecond given, else in the order in which they are made. */
export const anEntry = (
  kind: string,
  subject: string,
  body: unknown,
  { ms, ...more }: Partial<FoldedEntry> & { ms?: number } = {},
): FoldedEntry => {
  made += 1
  const stamp = `${(ms ?? made).toString(16).padStart(12, '0')}-0000-aaaaaaaa`
  const id = `e${made}`
  const who = { device: 'd', person: 'lan' }
  return { id, book: 'b', kind, v: 1, subject, at: stamp, stamp, seq: made, n: made, ...who, body, ...more }
}
