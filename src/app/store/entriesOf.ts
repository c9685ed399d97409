import type { StampedEntry } from '../../domain/entries/entry.ts'
import type { StoredPage } from './tables.ts'

/** A page's entries, from its text or its columns. Not within a transaction: what unpacks columns takes its own time. */
export const entriesOf = async ({ entries }: Pick<StoredPage, 'entries'>): Promise<StampedEntry[]> => {
  if (typeof entries === 'string') return JSON.parse(entries) as StampedEntry[]
  const { readColumnPage } = await import('./readColumnPage.ts')
  return readColumnPage(new Uint8Array(entries))
}
