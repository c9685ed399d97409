import { betterFix, type Fix, type PlaceMissing } from '../../domain/place/fix.ts'
import { afterInSight } from './afterInSight.ts'

/** Where the search for a place stands. Refused, unavailable and no fix are results, not errors. */
export type Here =
  | { at: 'not-asked' }
  | { at: 'seeking'; fix: Fix | null }
  | { at: 'found'; fix: Fix }
  | { at: 'missing'; why: PlaceMissing }

/** The phone's own door to its place. */
export type PlaceDoor = {
  geolocation: Pick<Geolocation, 'watchPosition' | 'clearWatch'> | undefined
  /** Runs once after that many milliseconds; answers with what takes it back. */
  after(ms: number, run: () => void): () => void
  nowMs(): number
}

export const browserPlace: PlaceDoor = {
  get geolocation() {
    return 'geolocation' in navigator ? navigator.geolocation : undefined
  },
  // Out of sight the browser lets the receiver go by itself; what is said of the search waits for who looks.
  after: afterInSight,
  nowMs: () => Date.now(),
}

const longestSearchMs = 60_000
const denied = 1

/**
 * Watches until a fix is as sharp as wanted (metres), 60 s at most; the best one so far is told at once. Answers with
 * what stops the search: the receiver eats the battery, so it never runs on.
 */
export const seekPlace = (door: PlaceDoor, wantedMetres: number, tell: (here: Here) => void): (() => void) => {
  const { geolocation } = door
  if (geolocation === undefined) {
    tell({ at: 'missing', why: 'unavailable' })
    return () => undefined
  }
  let best: Fix | null = null
  let why: PlaceMissing = 'no-fix'
  let over = false
  const end = (said: boolean) => {
    if (over) return
    over = true
    geolocation.clearWatch(watch)
    noLonger()
    if (said) tell(best === null ? { at: 'missing', why } : { at: 'found', fix: best })
  }
  tell({ at: 'seeking', fix: null })
  const noLonger = door.after(longestSearchMs, () => end(true))
  const watch = geolocation.watchPosition(
    (position) => {
      if (over) return
      best = betterFix(best, fixOf(position, door.nowMs()))
      if (best.accuracy <= wantedMetres) end(true)
      else tell({ at: 'seeking', fix: best })
    },
    ({ code }) => {
      if (code === denied) {
        why = 'denied'
        end(true)
      }
      // A receiver that is unavailable for a moment under trees goes on being asked until the minute is over.
    },
    { enableHighAccuracy: true, maximumAge: 0, timeout: longestSearchMs },
  )
  return () => end(false)
}

/** A satellite's time and this phone's clock may be years apart; nothing older than the search is taken. */
const sameClockMs = 10 * 60_000

export const fixOf = ({ coords, timestamp }: GeolocationPosition, nowMs: number): Fix => ({
  lat: coords.latitude,
  lon: coords.longitude,
  accuracy: coords.accuracy,
  ...(coords.altitude === null ? {} : { altitude: coords.altitude }),
  atMs: Math.abs(nowMs - timestamp) <= sameClockMs ? timestamp : nowMs,
})
