import type { Location } from './location.ts'

/** One answer of the phone's place: WGS 84, accuracy in metres (68 %), `atMs` the moment it was measured. */
export type Fix = { lat: number; lon: number; accuracy: number; altitude?: number; atMs: number }

export type PlaceMissing = Extract<Location, { missing: unknown }>['missing']

/** A fix older than this no longer says where the phone is now, however sharp it was. */
const staleMs = 30_000

/** The better of two fixes of one search: the sharper one, unless it has grown old. */
export const betterFix = (before: Fix | null, now: Fix): Fix =>
  before === null || now.accuracy <= before.accuracy || now.atMs - before.atMs > staleMs ? now : before

/** What is written down: the fix with its age in whole seconds, or why there is none. Never blocks saving. */
export const locationOf = (fix: Fix | null, missing: PlaceMissing, nowMs: number): Location =>
  fix === null
    ? { missing }
    : {
        lat: rounded(fix.lat, 6),
        lon: rounded(fix.lon, 6),
        accuracy: rounded(fix.accuracy, 1),
        age: ageSeconds(fix, nowMs),
        by: 'gps',
        ...(fix.altitude === undefined ? {} : { altitude: rounded(fix.altitude, 1) }),
      }

/** A clock that was set back meanwhile makes no negative age. */
const ageSeconds = ({ atMs }: Fix, nowMs: number): number => Math.max(0, Math.round((nowMs - atMs) / 1000))

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals))
