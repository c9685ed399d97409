import type { PackRefusal } from './packRefusal.ts'

/** Days would do; a week for whoever is on the road. */
const longestMs = 7 * 24 * 3_600_000

/**
 * Whether the copy of a shared map goes on waiting after somebody tried to take it in: where a person said "not now", or
 * this phone's own trouble may pass. Where the disk is full it goes, for records need its room.
 */
export const staysShared = (came: 'whole' | 'left' | PackRefusal): boolean =>
  came === 'left' || came === 'no-room' || came === 'cannot-write' || came === 'elsewhere'

/** Nobody asked for it in time; both in milliseconds since 1970. */
export const waitedTooLong = (keptMs: number, nowMs: number): boolean => nowMs - keptMs > longestMs
