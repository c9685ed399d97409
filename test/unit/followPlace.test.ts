import { expect, it } from 'vitest'
import { type Followed, followPlace } from '../../src/app/device/followPlace.ts'
import type { PlaceDoor } from '../../src/app/device/place.ts'

/** A phone that is carried about: what its receiver says, and how much of it runs. */
const carried = () => {
  let found: PositionCallback = () => undefined
  let failed: PositionErrorCallback | null | undefined
  const waits = new Set<() => void>()
  const told: Followed[] = []
  let watches = 0
  const door: PlaceDoor = {
    geolocation: {
      watchPosition: (success, failure) => {
        found = success
        failed = failure
        watches += 1
        return 7
      },
      clearWatch: () => {
        watches -= 1
      },
    },
    after: (_ms, run) => {
      waits.add(run)
      return () => waits.delete(run)
    },
    nowMs: () => 5_000,
  }
  return {
    door,
    told,
    watching: () => watches,
    waiting: () => waits.size,
    tell: (here: Followed) => told.push(here),
    fix: (latitude: number, heading: number | null = null, speed: number | null = null) =>
      found({
        coords: { latitude, longitude: 104.1108, accuracy: 8, altitude: null, heading, speed },
        timestamp: 5_000,
      } as GeolocationPosition),
    fail: (code: number) => failed?.({ code } as GeolocationPositionError),
    silence: () => {
      for (const run of [...waits]) run()
    },
  }
}

it('[R-map-04] each fix is told as it comes, with the course where one moves, and stopping lets the receiver go', () => {
  const phone = carried()
  const stop = followPlace(phone.door, phone.tell)
  expect(phone.told).toEqual([{ at: 'seeking', fix: null }])
  phone.fix(19.6253)
  phone.fix(19.6254, 45, 1.2)
  // A phone that lies still says a course of nothing.
  phone.fix(19.6254, Number.NaN, 0)
  phone.fix(19.6255, 90, 0)
  expect(phone.told.slice(1)).toMatchObject([
    { at: 'found', fix: { lat: 19.6253, accuracy: 8, atMs: 5_000 }, course: null },
    { at: 'found', fix: { lat: 19.6254 }, course: 45 },
    { at: 'found', course: null },
    { at: 'found', fix: { lat: 19.6255 }, course: null },
  ])
  stop()
  expect([phone.watching(), phone.waiting()]).toEqual([0, 0])
  phone.fix(19.7)
  expect(phone.told).toHaveLength(5)
})

it('[R-map-04] a minute of silence is said, and the next fix is told all the same', () => {
  const phone = carried()
  followPlace(phone.door, phone.tell)
  phone.fail(2)
  phone.silence()
  expect(phone.told.at(-1)).toEqual({ at: 'missing', why: 'no-fix' })
  phone.fix(19.6253)
  expect(phone.told.at(-1)).toMatchObject({ at: 'found' })
  expect(phone.watching()).toBe(1)
})

it('[R-map-04] a place that is refused, or a device that has none, is a result, and nothing runs on', () => {
  const phone = carried()
  followPlace(phone.door, phone.tell)
  phone.fail(1)
  expect(phone.told.at(-1)).toEqual({ at: 'missing', why: 'denied' })
  expect([phone.watching(), phone.waiting()]).toEqual([0, 0])
  const told: Followed[] = []
  followPlace({ ...phone.door, geolocation: undefined }, (here) => told.push(here))
  expect(told).toEqual([{ at: 'missing', why: 'unavailable' }])
})
