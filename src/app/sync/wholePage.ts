import { type Digest, digestMark, withMark } from '../../domain/book/digest.ts'
import { entryHash } from '../../domain/book/entryHash.ts'
import type { Entry, StampedEntry } from '../../domain/entries/entry.ts'
import type { Page } from '../../wire/messages/sync.ts'
import { sealedLines, sealText } from '../../wire/signing/texts.ts'
import type { Device } from '../device/device.ts'
import { endpointSigned } from '../transport/verify.ts'

/** An own entry that was acknowledged in the page's very answer, and is therefore not repeated in it. */
export type Acknowledged = { entry: Entry; seq: number; stamp: string }

export type WholePage = { entries: StampedEntry[]; digest: Digest }

export type SealedPage = {
  epoch: string
  book: string
  after: number
  page: Page
  acknowledged: readonly Acknowledged[]
}

/**
 * Completes a page with this device's own entries and verifies it: it goes on where the book stands, has no gap, and the
 * seal covers all of it. Null where it doesn't: such a page is not kept. `digest` is the book's after the page.
 */
export const wholePage = async (
  device: Device,
  receiptKey: JsonWebKey,
  { epoch, book, after, page, acknowledged }: SealedPage,
  digest: Digest,
): Promise<WholePage | null> => {
  const entries = completed(page, book, acknowledged)
  const from = after + 1
  if (page.from !== from || page.cursor !== after + entries.length) return null
  if (!entries.every((entry, at) => entry.seq === from + at && entry.book === book)) return null
  const hashes = await Promise.all(entries.map((entry) => entryHash(entry, device.sha256)))
  const lines = entries.map(({ seq, stamp }, at) => [seq, hashes[at] ?? '', stamp] as const)
  const sealed = await device.sha256(sealedLines(lines))
  const seal = sealText({ epoch, book, from, to: page.cursor, digest: sealed })
  if (!(await endpointSigned(receiptKey, seal, page.seal))) return null
  const marks = await Promise.all(lines.map(([, hash, stamp]) => digestMark(hash, stamp, device.sha256)))
  return { entries, digest: marks.reduce(withMark, digest) }
}

const completed = (page: Page, book: string, acknowledged: readonly Acknowledged[]): StampedEntry[] => {
  const there = new Set(page.entries.map(({ id }) => id))
  const own = acknowledged
    .filter(({ entry, seq }) => entry.book === book && seq >= page.from && seq <= page.cursor && !there.has(entry.id))
    .map(({ entry, seq, stamp }) => ({ ...entry, seq, stamp }))
  return [...(page.entries as StampedEntry[]), ...own].sort((a, b) => a.seq - b.seq)
}
