import type { OwnEntry } from '../store/tables.ts'

/** Packed bytes of one push: 16 KB at first, up to 64 KB on a good link, halved on a time-out down to one entry. */
export const firstBatchBytes = 16 * 1024
const mostBatchBytes = 64 * 1024
const leastBatchBytes = 512

/** Entries pack to about a fifth of their JSON with gzip (measured by `npm run measure`). */
const packing = 5

export const grown = (bytes: number): number => Math.min(mostBatchBytes, bytes * 2)
export const halved = (bytes: number): number => Math.max(leastBatchBytes, Math.floor(bytes / 2))

/** The oldest entries that fit into one push; always at least one, so that a large one can't stop the rest. */
export const nextBatch = (waiting: readonly OwnEntry[], batchBytes: number): OwnEntry[] => {
  let left = batchBytes * packing
  const batch: OwnEntry[] = []
  for (const row of waiting) {
    left -= JSON.stringify(row.entry).length
    if (left < 0 && batch.length > 0) break
    batch.push(row)
  }
  return batch
}
