import { expect, it } from 'vitest'
import { type Here, type PlaceDoor, seekPlace } from '../../src/app/device/place.ts'
import { nextVisitDay, startVisit, visitOf } from '../../src/domain/household/visitDraft.ts'
import { byUrgency } from '../../src/domain/lists/urgency.ts'
import type { TodayItem } from '../../src/domain/lists/villageWork.ts'
import { ageAsSaid } from '../../src/domain/place/ageAsSaid.ts'
import { distanceAsSaid } from '../../src/domain/place/distanceAsSaid.ts'
import { betterFix, type Fix, locationOf } from '../../src/domain/place/fix.ts'
import { judgePlace } from '../../src/domain/place/judgePlace.ts'

const at = (accuracy: number, atMs = 0): Fix => ({ lat: 19.6253, lon: 104.1108, accuracy, atMs })

/** A phone whose receiver says what the story makes it say. */
const aReceiver = () => {
  let found: PositionCallback = () => undefined
  let failed: PositionErrorCallback | null | undefined
  let over: () => void = () => undefined
  let now = 0
  const told: Here[] = []
  const watching = { now: 0 }
  const door: PlaceDoor = {
    geolocation: {
      watchPosition: (success, failure) => {
        found = success
        failed = failure
        watching.now += 1
        return 7
      },
      clearWatch: () => {
        watching.now -= 1
      },
    },
    after: (_ms, run) => {
      over = run
      return () => undefined
    },
    nowMs: () => now,
  }
  return {
    door,
    told,
    watching,
    tell: (here: Here) => told.push(here),
    fix: (accuracy: number, timestamp = 0, phoneMs = timestamp) => {
      now = phoneMs
      found({
        coords: { latitude: 19.6253, longitude: 104.1108, accuracy, altitude: null },
        timestamp,
      } as GeolocationPosition)
    },
    fail: (code: number) => failed?.({ code } as GeolocationPositionError),
    minuteOver: () => over(),
  }
}

it('[R-place-01] the search ends at a fix as sharp as wanted, and the receiver is let go', () => {
  const phone = aReceiver()
  seekPlace(phone.door, 10, phone.tell)
  phone.fix(35)
  expect(phone.told.at(-1)).toMatchObject({ at: 'seeking', fix: { accuracy: 35 } })
  phone.fix(8)
  expect(phone.told.at(-1)).toMatchObject({ at: 'found', fix: { accuracy: 8 } })
  expect(phone.watching.now).toBe(0)
})

it('[R-place-01] after a minute the best fix is taken, or that none came; refused and absent are results too', () => {
  const blurred = aReceiver()
  seekPlace(blurred.door, 10, blurred.tell)
  blurred.fix(35)
  blurred.fix(60)
  blurred.minuteOver()
  expect(blurred.told.at(-1)).toMatchObject({ at: 'found', fix: { accuracy: 35 } })
  const none = aReceiver()
  seekPlace(none.door, 10, none.tell)
  none.fail(2)
  expect(none.told.at(-1)).toMatchObject({ at: 'seeking' })
  none.minuteOver()
  expect(none.told.at(-1)).toEqual({ at: 'missing', why: 'no-fix' })
  const refused = aReceiver()
  seekPlace(refused.door, 10, refused.tell)
  refused.fail(1)
  expect(refused.told.at(-1)).toEqual({ at: 'missing', why: 'denied' })
  expect(refused.watching.now).toBe(0)
  const told: Here[] = []
  seekPlace({ ...refused.door, geolocation: undefined }, 10, (here) => told.push(here))
  expect(told).toEqual([{ at: 'missing', why: 'unavailable' }])
})

it('[R-place-01] leaving the screen stops the search and nothing more is told', () => {
  const phone = aReceiver()
  const stop = seekPlace(phone.door, 10, phone.tell)
  stop()
  phone.fix(5)
  expect(phone.told).toEqual([{ at: 'seeking', fix: null }])
  expect(phone.watching.now).toBe(0)
})

it('[R-place-01] what is written down has accuracy and age in whole seconds, or says what is missing', () => {
  expect(locationOf(at(8.04, 1000), 'no-fix', 13_400)).toEqual({
    lat: 19.6253,
    lon: 104.1108,
    accuracy: 8,
    age: 12,
    by: 'gps',
  })
  expect(locationOf(at(8, 5000), 'no-fix', 1000)).toMatchObject({ age: 0 })
  expect(locationOf(null, 'denied', 0)).toEqual({ missing: 'denied' })
})

it('[R-place-01] a sharper fix replaces a blurred one, and a new one an old one', () => {
  expect(betterFix(at(35), at(8)).accuracy).toBe(8)
  expect(betterFix(at(8, 0), at(35, 5_000)).accuracy).toBe(8)
  expect(betterFix(at(8, 0), at(35, 40_000)).accuracy).toBe(35)
})

it('[R-place-02] a blurred or far place is a remark in metres, not a refusal', () => {
  const limits = { maxAccuracy: 10, maxDistance: 50 }
  const house = { lat: 19.6253, lon: 104.1108 }
  expect(judgePlace(at(8), house, limits)).toEqual([])
  expect(judgePlace(at(35), null, limits)).toEqual([{ code: 'not-sharp', accuracy: 35, wanted: 10 }])
  const far = judgePlace(at(8), { ...house, lat: house.lat + 0.0018 }, limits)
  expect(far).toMatchObject([{ code: 'far', allowed: 50 }])
  // 60 m away, known to 20 m only: it may well be the house.
  expect(judgePlace(at(20), { ...house, lat: house.lat + 0.00054 }, { ...limits, maxAccuracy: 25 })).toEqual([])
})

it('[R-place-02] distances and ages are said as people say them', () => {
  expect([7.6, 123, 994, 996, 1240].map(distanceAsSaid)).toEqual([
    { value: 8, unit: 'm' },
    { value: 120, unit: 'm' },
    { value: 990, unit: 'm' },
    { value: 1, unit: 'km' },
    { value: 1.2, unit: 'km' },
  ])
  expect([12, 119, 180, 7300].map(ageAsSaid)).toEqual([
    { value: 12, unit: 'seconds' },
    { value: 119, unit: 'seconds' },
    { value: 3, unit: 'minutes' },
    { value: 2, unit: 'hours' },
  ])
})

it('[R-today-03] near me: the nearest stands first, a tent still before it, and what has no place last', () => {
  const item = (id: string, distance: number | null, dwelling = 'old-house') =>
    ({ row: { id, dwelling }, distance }) as TodayItem
  const sorted = [item('far', 900), item('nowhere', null), item('near', 40), item('tent', 5000, 'tent')].sort(byUrgency)
  expect(sorted.map(({ row }) => row.id)).toEqual(['tent', 'near', 'far', 'nowhere'])
})

it('[R-visit-01] the next visit is a quick word counted from this one, or a day of its own', () => {
  const visit = startVisit('2026-11-24')
  expect(nextVisitDay(visit)).toBeNull()
  expect(nextVisitDay({ ...visit, next: 'week' })).toBe('2026-12-01')
  expect(nextVisitDay({ ...visit, next: 'two-weeks', date: '2026-12-20' })).toBe('2027-01-03')
  expect(nextVisitDay({ ...visit, next: 'day', nextDay: '2026-12-02' })).toBe('2026-12-02')
  const body = visitOf({ ...visit, needs: ['cement'], needNotes: { cement: ' 10 bao ', sand: 'x' } }, 'met-head', {
    location: { missing: 'no-fix' },
    told: [],
  })
  expect(body).toEqual({
    date: '2026-11-24',
    outcome: 'met-head',
    purposes: [],
    location: { missing: 'no-fix' },
    needs: [{ need: 'cement', note: '10 bao' }],
  })
})
