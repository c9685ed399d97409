import { distanceMetres } from '../place/distance.ts'
import type { Fix } from '../place/fix.ts'

/** A place on the way: degrees, and the moment in ms since 1970. */
export type Step = readonly [lat: number, lon: number, ms: number]

/** A fix blurrier than this says nothing of the way, in metres. */
const mostBlurred = 100
/** A new step is so far from the last one in metres, or so long after it. */
const stepMetres = 10
const stepMs = 30_000
/** A day on foot has some 20 km of them; what comes on top takes every second step out of the older half. */
export const mostSteps = 2_000

/** The way with one fix more, or the same way where that adds nothing. */
export const addToWay = (way: readonly Step[], { lat, lon, accuracy, atMs }: Fix): readonly Step[] => {
  const last = way.at(-1)
  if (accuracy > mostBlurred) return way
  if (last !== undefined) {
    const [lastLat, lastLon, lastMs] = last
    if (atMs <= lastMs) return way
    const metres = distanceMetres({ lat, lon }, { lat: lastLat, lon: lastLon })
    if (metres < stepMetres && atMs - lastMs < stepMs) return way
  }
  const longer: Step[] = [...way, [Number(lat.toFixed(6)), Number(lon.toFixed(6)), atMs]]
  return longer.length <= mostSteps ? longer : thinned(longer)
}

const thinned = (way: readonly Step[]): Step[] => {
  const older = way.length >> 1
  return way.filter((_, at) => at >= older || at % 2 === 0)
}

/** How long the way is, in metres along its steps. */
export const wayMetres = (way: readonly Step[]): number =>
  way.reduce((sum, [lat, lon], at) => {
    const before = way[at - 1]
    return before === undefined ? 0 : sum + distanceMetres({ lat, lon }, { lat: before[0], lon: before[1] })
  }, 0)
