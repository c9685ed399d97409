import type { Fix } from '../../domain/place/fix.ts'
import { fixOf, type Here, type PlaceDoor } from './place.ts'

/** Where the phone is, moment by moment, and the course it moves on in degrees from north, where the receiver says one. */
export type Followed = Exclude<Here, { at: 'found' }> | { at: 'found'; fix: Fix; course: number | null }

const denied = 1
/** After so long without a fix, in ms, that is said; the receiver goes on being asked. */
const silentMs = 60_000

/** Tells every fix until it is stopped. Whoever follows stops it: a receiver that runs on eats the battery. */
export const followPlace = (door: PlaceDoor, tell: (here: Followed) => void): (() => void) => {
  const { geolocation } = door
  if (geolocation === undefined) {
    tell({ at: 'missing', why: 'unavailable' })
    return () => undefined
  }
  let over = false
  const sayNothingCame = () => tell({ at: 'missing', why: 'no-fix' })
  let noLonger = door.after(silentMs, sayNothingCame)
  const stop = () => {
    over = true
    noLonger()
    geolocation.clearWatch(watch)
  }
  tell({ at: 'seeking', fix: null })
  const watch = geolocation.watchPosition(
    (position) => {
      if (over) return
      noLonger()
      noLonger = door.after(silentMs, sayNothingCame)
      const { heading, speed } = position.coords
      const moving = heading !== null && Number.isFinite(heading) && (speed === null || speed > 0)
      tell({ at: 'found', fix: fixOf(position, door.nowMs()), course: moving ? heading : null })
    },
    ({ code }) => {
      if (over || code !== denied) return
      stop()
      tell({ at: 'missing', why: 'denied' })
    },
    { enableHighAccuracy: true, maximumAge: 0, timeout: silentMs },
  )
  return stop
}
