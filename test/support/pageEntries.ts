import { inflateRawSync } from 'node:zlib'
import type { StoredPage } from '../../src/app/store/tables.ts'
import type { StampedEntry } from '../../src/domain/entries/entry.ts'
import { splitBody } from '../../src/wire/columns/columnBody.ts'
import { ColumnReader } from '../../src/wire/columns/columnReader.ts'
import { readEntries } from '../../src/wire/columns/entryColumns.ts'
import { noUuids } from '../../src/wire/columns/uuidColumn.ts'

type Page = Pick<StoredPage, 'entries'>

const known = new WeakMap<Page, StampedEntry[]>()

/** What a page on a phone's disk holds, read at once, as no phone does. The page is never changed in place. */
export const pageEntries = (page: Page): StampedEntry[] => {
  const before = known.get(page)
  if (before !== undefined) return before
  const entries = read(page)
  known.set(page, entries)
  return entries
}

const read = ({ entries }: Page): StampedEntry[] => {
  if (typeof entries === 'string') return JSON.parse(entries) as StampedEntry[]
  const { bits, rest } = splitBody(new Uint8Array(entries))
  const from = new ColumnReader(bits, inflateRawSync(rest), Number.MAX_SAFE_INTEGER)
  return readEntries(from, noUuids(), Number.MAX_SAFE_INTEGER) as StampedEntry[]
}
