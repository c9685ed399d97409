import { expect, it } from 'vitest'
import type { HouseholdRow } from '../../src/domain/lists/householdRows.ts'
import { bearingDegrees, windOf, winds } from '../../src/domain/map/bearing.ts'
import { boundsOf, boundsOfMost, isInside } from '../../src/domain/map/bounds.ts'
import { clusterPoints } from '../../src/domain/map/clusterPoints.ts'
import { everything, rowsForMap } from '../../src/domain/map/mapFilter.ts'
import { nearestFirst, walkMetres } from '../../src/domain/map/nearestFirst.ts'
import { packsForView } from '../../src/domain/map/packsForView.ts'
import { pinLocation } from '../../src/domain/map/pinLocation.ts'
import { metresPerPx, scaleBar } from '../../src/domain/map/scaleBar.ts'
import { viewOfBounds } from '../../src/domain/map/viewOfBounds.ts'
import { addToWay, mostSteps, type Step, wayMetres } from '../../src/domain/map/wayWalked.ts'
import { distanceMetres, type Point } from '../../src/domain/place/distance.ts'
import { location as locationShape } from '../../src/wire/kinds/common.ts'
import { chanceOf } from '../bench/chance.ts'
import { aRow } from '../support/aRow.ts'

const kengDu: Point = { lat: 19.6253, lon: 104.1108 }
/** A point so many metres east and north of Keng Đu. */
const off = (east: number, north: number): Point => ({
  lat: kengDu.lat + north / 111_320,
  lon: kengDu.lon + east / (111_320 * Math.cos((kengDu.lat * Math.PI) / 180)),
})

it('[R-map-03] sixteen winds, each where it blows from, and bearings turn clockwise from north', () => {
  const around = winds.map((wind, at) => {
    const angle = (at / winds.length) * 2 * Math.PI
    return [wind, windOf(bearingDegrees(kengDu, off(1_000 * Math.sin(angle), 1_000 * Math.cos(angle))))]
  })
  for (const [wanted, found] of around) expect(found).toBe(wanted)
  expect(windOf(-10)).toBe('n')
  expect(windOf(348)).toBe('nnw')
  expect(windOf(349)).toBe('n')
  expect(bearingDegrees(kengDu, off(-1, 0.0001))).toBeCloseTo(270, 0)
})

it('[R-map-03] the nearest first, as sorting all of them would have it, whatever the number asked for', () => {
  const seed = 20_261_126
  const { below, yes } = chanceOf(seed)
  const about = () => below(20_000) - 10_000
  const rows = Array.from({ length: 3_000 }, (_, at) =>
    aRow({
      id: `h${at}`,
      point: yes(0.1) ? null : off(about(), about()),
      dwelling: yes(0.05) ? 'tent' : 'old-house',
    }),
  )
  const metres = ({ point }: HouseholdRow) => distanceMetres(kengDu, point ?? kengDu)
  const first = (row: HouseholdRow) => (row.dwelling === 'tent' && metres(row) <= walkMetres ? 0 : 1)
  const sorted = rows
    .filter(({ point }) => point !== null)
    .sort((a, b) => first(a) - first(b) || metres(a) - metres(b))
    .map(({ id }) => id)
  for (const most of [1, 30, 1_000, 5_000])
    expect(
      nearestFirst(rows, kengDu, most).map(({ row }) => row.id),
      `seed ${seed}, ${most} asked for`,
    ).toEqual(sorted.slice(0, most))
})

it('[R-map-03] a family in a tent comes before who lives nearer, within a walk; one beyond it in its turn', () => {
  const rows = [
    aRow({ id: 'door', point: off(10, 0) }),
    aRow({ id: 'tent', point: off(1_900, 0), dwelling: 'tent' }),
    aRow({ id: 'far tent', point: off(9_000, 0), dwelling: 'tent' }),
    aRow({ id: 'nowhere', point: null, dwelling: 'tent' }),
  ]
  expect(nearestFirst(rows, kengDu, 9).map(({ row }) => row.id)).toEqual(['tent', 'door', 'far tent'])
})

it('[R-map-02] what is asked for stands on the map, and a family that moved away does not', () => {
  const rows = [
    aRow({ id: 'new', stage: 'planned', lastMet: null }),
    aRow({ id: 'begun', stage: 'foundation', lastMet: '2026-11-20' }),
    aRow({ id: 'back', stage: 'foundation', lastMet: null }),
    aRow({ id: 'gone', standing: 'moved' }),
  ]
  const known = { mine: new Set(['begun', 'back']), isReturned: ({ id }: HouseholdRow) => id === 'back' }
  const ids = (filter: object) => rowsForMap(rows, { ...everything, ...filter }, known).map(({ id }) => id)
  expect(ids({})).toEqual(['new', 'begun', 'back'])
  expect(ids({ stage: 'foundation' })).toEqual(['begun', 'back'])
  expect(ids({ notMet: true })).toEqual(['new', 'back'])
  expect(ids({ returned: true })).toEqual(['back'])
  expect(ids({ mine: true })).toEqual(['begun', 'back'])
  expect(ids({ mine: true, notMet: true, stage: 'planned' })).toEqual([])
})

it('[R-map-01] each household with a place is a point; those at one very place are one, and none is lost', () => {
  const rows = [
    aRow({ id: 'a', point: off(0, 0), stage: 'frame' }),
    aRow({ id: 'b', point: off(0.1, 0.1) }),
    aRow({ id: 'c', point: off(5, 0) }),
    aRow({ id: 'd', point: null }),
  ]
  const points = clusterPoints(rows)
  expect(points.map(({ properties }) => properties.ids)).toEqual([['a', 'b'], ['c']])
  expect(points[0]?.properties).toMatchObject({ id: 'a', stage: 'frame' })
  expect(points[0]?.geometry.coordinates).toEqual([off(0, 0).lon, off(0, 0).lat])
})

it('[R-map-01] the map begins where most houses stand: one wrong place far away moves it nowhere', () => {
  const houses = Array.from({ length: 100 }, (_, at) => off(at * 10, at * 5))
  const wrong = [...houses, { lat: 0, lon: 0 }]
  const bounds = boundsOfMost(wrong)
  expect(bounds && isInside(bounds, { lat: 0, lon: 0 })).toBe(false)
  expect(boundsOfMost([])).toBeNull()
  expect(boundsOfMost([kengDu])).toEqual([kengDu.lon, kengDu.lat, kengDu.lon, kengDu.lat])
  const whole = boundsOf(houses)
  const { middle, zoom } = viewOfBounds(whole ?? [0, 0, 0, 0], { width: 360, height: 400 })
  expect(distanceMetres(middle, off(495, 247))).toBeLessThan(2)
  // 990 m across fit into 296 px at this zoom, and not at the next.
  expect(990 / metresPerPx(zoom, middle.lat)).toBeLessThanOrEqual(296)
  expect(990 / metresPerPx(zoom + 1, middle.lat)).toBeGreaterThan(296)
  expect(viewOfBounds([104, 19, 104, 19], { width: 360, height: 400 }).zoom).toBe(16)
})

it('[R-map-06] packs are painted from the widest to the finest, and only those that reach into the view', () => {
  const pack = (id: string, bounds: [number, number, number, number], maxzoom = 14) => ({ id, bounds, maxzoom })
  const district = pack('district', [103.8, 19, 104.5, 19.8])
  const commune = pack('commune', [104.0, 19.5, 104.2, 19.7], 16)
  const relief = pack('relief', [103.8, 19, 104.5, 19.8], 12)
  const elsewhere = pack('elsewhere', [105, 20, 106, 21])
  const all = [commune, elsewhere, district, relief]
  expect(packsForView(all, [104.1, 19.55, 104.15, 19.6]).map(({ id }) => id)).toEqual(['relief', 'district', 'commune'])
  expect(packsForView(all, [104.3, 19.1, 104.4, 19.2]).map(({ id }) => id)).toEqual(['relief', 'district'])
  expect(packsForView(all, [100, 10, 101, 11])).toEqual([])
})

it('[R-map-08] the scale is a round length, and as long on the screen as it says', () => {
  for (let zoom = 6; zoom <= 18; zoom += 1) {
    const { metres, px } = scaleBar(zoom, kengDu.lat, 90)
    expect(['1', '2', '5'], `zoom ${zoom}`).toContain(String(metres)[0])
    expect(px).toBeLessThanOrEqual(90)
    expect(px).toBeGreaterThan(90 / 2.6)
    expect(px * metresPerPx(zoom, kengDu.lat)).toBeCloseTo(metres, 6)
  }
  // A tile of 256 px at zoom 0 is once around the equator.
  expect(metresPerPx(0, 0) * 256).toBeCloseTo(40_075_017, -2)
})

it('[R-map-05] a pin says that it was set on the map and how exact the zoom allowed, and the contract takes it', () => {
  const near = pinLocation(19.62530049, 104.1108, 18)
  expect(near).toEqual({ lat: 19.6253, lon: 104.1108, accuracy: 7, by: 'map' })
  const far = pinLocation(19.6253, 104.1108, 14)
  expect(far).toMatchObject({ accuracy: 108 })
  for (const location of [near, far]) expect(locationShape.safeParse(location).success).toBe(true)
})

it('[R-map-11] the way has a step each 10 m or 30 s; blurred and backward fixes add none', () => {
  const fix = (point: Point, seconds: number, accuracy = 8) => ({ ...point, accuracy, atMs: 1_000 * seconds })
  let way: readonly Step[] = []
  const walk = (east: number, seconds: number, accuracy?: number) => {
    way = addToWay(way, fix(off(east, 0), seconds, accuracy))
    return way.length
  }
  expect(walk(0, 0)).toBe(1)
  expect(walk(4, 5)).toBe(1)
  expect(walk(12, 9)).toBe(2)
  expect(walk(13, 38)).toBe(2)
  expect(walk(13, 39)).toBe(3)
  expect(walk(500, 50, 101)).toBe(3)
  expect(walk(500, 20)).toBe(3)
  expect(wayMetres(way)).toBeCloseTo(13, 0)
})

it('[R-map-11] however long the day, the way has at most so many steps, its beginning and its newest among them', () => {
  let way: readonly Step[] = []
  const walked = 3 * mostSteps
  for (let at = 0; at <= walked; at += 1) {
    way = addToWay(way, { ...off(at * 11, 0), accuracy: 5, atMs: at * 1_000 })
    expect(way.length).toBeLessThanOrEqual(mostSteps)
  }
  expect(way[0]?.[2]).toBe(0)
  expect(way.at(-1)?.[2]).toBe(walked * 1_000)
  expect(way.map(([, , ms]) => ms)).toEqual([...way].map(([, , ms]) => ms).sort((a, b) => a - b))
  expect(wayMetres(way) / (walked * 11)).toBeCloseTo(1, 2)
})
