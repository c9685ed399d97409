import type { FoldedEntry } from '../entries/entry.ts'
import type { Written } from '../household/household.ts'
import { clockParts } from '../time/hybridClock.ts'

/** Who wrote an entry, and when, by its stamp. */
export const writtenBy = (entry: FoldedEntry): Written => ({
  entry: entry.id,
  ms: clockParts(entry.stamp).ms,
  stamp: entry.stamp,
  person: entry.person,
  device: entry.device,
  pending: entry.seq === null,
})
