import type { BackPage } from '../../../src/wire/messages/sync.ts'

type Stamped = { id: string; seq: number; stamp: string; body: unknown; [field: string]: unknown }

/** What somebody might make of a page that the endpoint once sealed: each is another page than that one. */
export const forgedPages = (page: BackPage, otherBook: string): readonly (readonly [what: string, BackPage])[] => {
  const entries = page.entries as Stamped[]
  const last = entries.at(-1) as Stamped
  const withLast = (one: Stamped): Stamped[] => [...entries.slice(0, -1), one]
  return [
    ['a word changed', { ...page, entries: withLast({ ...last, body: { text: 'giả' } }) }],
    ['another stamp', { ...page, entries: withLast({ ...last, stamp: `${'f'.repeat(12)}${last.stamp.slice(12)}` }) }],
    ['an entry left out', { ...page, to: page.to - 1, entries: entries.slice(0, -1) }],
    ['an entry added', { ...page, to: page.to + 1, entries: [...entries, { ...last, id: newId, seq: page.to + 1 }] }],
    ['two entries changed places', { ...page, entries: [...entries].reverse() }],
    ['of another epoch', { ...page, epoch: newId }],
    ['of another book', { ...page, book: otherBook, entries: entries.map((one) => ({ ...one, book: otherBook })) }],
    ['sealed by nobody', { ...page, seal: page.seal.slice(0, -8).concat('AAAAAAAA') }],
  ]
}

const newId = '0190e0f0-0000-7000-8000-000000000001'
