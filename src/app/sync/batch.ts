import type { OwnEntry } from '../store/tables.ts'

/** Packed bytes of one push: 16 KB at first, up to 64 KB on a good link, halved on a time-out. */
export const firstBatchBytes = 16 * 1024
const mostBatchBytes = 64 * 1024
const leastBatchBytes = 512

/** Entries pack to about a fifth of their JSON with gzip (measured by `npm run measure`). */
const packing = 5
/** What the endpoint unpacks at most, less some room for the rest of the request; a single entry always may try. */
const mostUnpackedBytes = 1_500_000

export const grown = (bytes: number): number => Math.min(mostBatchBytes, bytes * 2)
export const halved = (bytes: number): number => Math.max(leastBatchBytes, Math.floor(bytes / 2))

/** The oldest entries that fit into one push; always at least one, so that a large one can't stop the rest. */
export const nextBatch = (waiting: readonly OwnEntry[], batchBytes: number): OwnEntry[] => {
  let left = Math.min(batchBytes * packing, mostUnpackedBytes)
  const batch: OwnEntry[] = []
  for (const row of waiting) {
    left -= JSON.stringify(row.entry).length
    if (left < 0 && batch.length > 0) break
    batch.push(row)
  }
  return batch
}

/**
 * [L1] What to push now. Suspects (entries that once got no answer, alone) go last and alone, so that they are tried
 * again each time and hold nobody up; `skip` are those that had their try in this run.
 */
export const chooseBatch = (
  waiting: readonly OwnEntry[],
  {
    bytes,
    most,
    suspects,
    skip,
  }: { bytes: number; most: number; suspects: ReadonlySet<string>; skip: ReadonlySet<string> },
): OwnEntry[] => {
  const left = waiting.filter(({ id }) => !skip.has(id))
  const sound = left.filter(({ id }) => !suspects.has(id))
  return sound.length > 0 ? nextBatch(sound, bytes).slice(0, most) : left.slice(0, 1)
}
