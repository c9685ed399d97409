import fc from 'fast-check'
import { tileIdToZxy, zxyToTileId } from 'pmtiles'
import { expect, it } from 'vitest'
import { everywhere } from '../../../src/endpoint/map-packs/area/area.ts'
import { bboxArea } from '../../../src/endpoint/map-packs/area/bboxArea.ts'
import { latitudeOf, longitudeOf, xOf, yOf } from '../../../src/endpoint/map-packs/area/mercator.ts'
import { polygonArea } from '../../../src/endpoint/map-packs/area/polygonArea.ts'
import { tileBounds } from '../../../src/endpoint/map-packs/area/tileBounds.ts'
import {
  isInRanges,
  reachesBelow,
  type TileRanges,
  tileRanges,
} from '../../../src/endpoint/map-packs/area/tileRanges.ts'
import { seedOf } from '../../support/size.ts'

const seed = seedOf('map packs, areas', 20261126)

const idsOf = (ranges: TileRanges): number[] =>
  Array.from({ length: ranges.length / 2 }, (_, at) =>
    Array.from({ length: ranges[2 * at + 1]! - ranges[2 * at]! }, (_, more) => ranges[2 * at]! + more),
  ).flat()

const tilesOf = (zoom: number): [x: number, y: number][] =>
  Array.from({ length: 4 ** zoom }, (_, at) => [at % 2 ** zoom, Math.floor(at / 2 ** zoom)])

const longitude = fc.integer({ min: -18_000, max: 18_000 }).map((hundredths) => hundredths / 100)
const latitude = fc.integer({ min: -8_900, max: 8_900 }).map((hundredths) => hundredths / 100)

it('[R-pack-04] a box has the tiles that share ground with it, each once, and no other', () => {
  fc.assert(
    fc.property(longitude, longitude, latitude, latitude, fc.nat(3), fc.nat(3), (a, b, c, d, least, more) => {
      fc.pre(a !== b && c !== d)
      const [west, east, south, north] = [Math.min(a, b), Math.max(a, b), Math.min(c, d), Math.max(c, d)]
      const ranges = tileRanges(bboxArea(`${west},${south},${east},${north}`), least, least + more)
      const wanted: number[] = []
      for (let z = least; z <= least + more; z += 1)
        for (const [x, y] of tilesOf(z)) {
          const size = 2 ** z
          const meets =
            x / size < xOf(east) && (x + 1) / size > xOf(west) && y / size < yOf(south) && (y + 1) / size > yOf(north)
          if (meets) wanted.push(zxyToTileId(z, x, y))
        }
      expect(idsOf(ranges)).toEqual(wanted.sort((one, other) => one - other))
    }),
    { seed, numRuns: 200 },
  )
})

/** A star around a middle: simple, and as ragged as a commune. */
const someRing = fc
  .tuple(fc.double({ min: 0.2, max: 0.8, noNaN: true }), fc.double({ min: 0.2, max: 0.8, noNaN: true }))
  .chain(([x, y]) =>
    fc.array(fc.double({ min: 0.01, max: 0.19, noNaN: true }), { minLength: 3, maxLength: 14 }).map((radii) =>
      radii.map((radius, at): [number, number] => {
        const angle = (2 * Math.PI * at) / radii.length
        return [longitudeOf(x + radius * Math.cos(angle)), latitudeOf(y + radius * Math.sin(angle))]
      }),
    ),
  )

const distance = ([px, py]: [number, number], [ax, ay]: [number, number], [bx, by]: [number, number]): number => {
  const square = (bx - ax) ** 2 + (by - ay) ** 2
  const along = square === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / square))
  return Math.hypot(px - ax - along * (bx - ax), py - ay - along * (by - ay))
}

it('[R-pack-04] a polygon has the tile of every point on and in it, and none that is out of its reach', () => {
  fc.assert(
    fc.property(someRing, fc.integer({ min: 3, max: 7 }), (ring, zoom) => {
      const ranges = tileRanges(polygonArea([[...ring, ring[0]!]]), zoom, zoom)
      const flat = ring.map(([one, other]): [number, number] => [xOf(one), yOf(other)])
      const middle = flat.reduce(([x, y], [px, py]) => [x + px / flat.length, y + py / flat.length], [0, 0])
      const has = ([x, y]: readonly [number, number]) =>
        isInRanges(ranges, zxyToTileId(zoom, Math.floor(x * 2 ** zoom), Math.floor(y * 2 ** zoom)))
      for (const [at, [ax, ay]] of flat.entries()) {
        const [bx, by] = flat[(at + 1) % flat.length]!
        for (let part = 0; part <= 20; part += 1)
          expect(has([ax + ((bx - ax) * part) / 20, ay + ((by - ay) * part) / 20])).toBe(true)
      }
      const halfDiagonal = Math.SQRT1_2 / 2 ** zoom + 1e-12
      for (const id of idsOf(ranges)) {
        const [, x, y] = tileIdToZxy(id)
        const centre: [number, number] = [(x + 0.5) / 2 ** zoom, (y + 0.5) / 2 ** zoom]
        const near = flat.some((a, at) => distance(centre, a, flat[(at + 1) % flat.length]!) <= halfDiagonal)
        // Not at the edge: then it is within, and winds once around.
        const turns = flat.reduce((sum, [ax, ay], at) => {
          const [bx, by] = flat[(at + 1) % flat.length]!
          const turn = Math.atan2(by - centre[1], bx - centre[0]) - Math.atan2(ay - centre[1], ax - centre[0])
          return sum + (turn > Math.PI ? turn - 2 * Math.PI : turn < -Math.PI ? turn + 2 * Math.PI : turn)
        }, 0)
        expect(near || Math.abs(turns) > Math.PI, `${id} of a ring around ${middle}`).toBe(true)
      }
    }),
    { seed, numRuns: 100 },
  )
})

it('[R-pack-04] what lies in a hole is not cut along, and two polygons are one area', () => {
  const square = (west: number, south: number, east: number, north: number) => [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  const ring = polygonArea([square(-80, -60, 80, 60), square(-40, -30, 40, 30)])
  const at = (zoom: number, lon: number, lat: number) =>
    zxyToTileId(zoom, Math.floor(xOf(lon) * 2 ** zoom), Math.floor(yOf(lat) * 2 ** zoom))
  const ranges = tileRanges(ring, 6, 6)
  expect([at(6, 60, 0), at(6, 0, 45), at(6, 0, 0), at(6, 100, 0)].map((id) => isInRanges(ranges, id))).toEqual([
    true,
    true,
    false,
    false,
  ])
  const two = tileRanges(polygonArea([square(10, 10, 20, 20), square(40, 10, 50, 20)]), 6, 6)
  expect([at(6, 15, 15), at(6, 45, 15), at(6, 30, 15)].map((id) => isInRanges(two, id))).toEqual([true, true, false])
  expect(polygonArea([square(10, 10, 20, 20), square(40, 10, 50, 20)]).bounds).toEqual([10, 10, 50, 20])
})

it('[R-pack-04] the whole world to zoom 20 is one range, and all below one tile follow each other', () => {
  expect([...tileRanges(everywhere, 0, 20)]).toEqual([0, (4 ** 21 - 1) / 3])
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 14 }),
      fc.nat(2 ** 14 - 1),
      fc.nat(2 ** 14 - 1),
      fc.nat(3),
      (z, a, b, deeper) => {
        const [x, y] = [a % 2 ** z, b % 2 ** z]
        const [left, right] = [longitudeOf(x / 2 ** z), longitudeOf((x + 1) / 2 ** z)]
        const inside = (right - left) * 1e-6
        const [south, north] = [latitudeOf((y + 1) / 2 ** z), latitudeOf(y / 2 ** z)]
        const tall = (north - south) * 1e-6
        const box = bboxArea([left + inside, south + tall, right - inside, north - tall].join(','))
        const ranges = tileRanges(box, z + deeper, z + deeper)
        expect([ranges.length, ranges[1]! - ranges[0]!]).toEqual([2, 4 ** deeper])
        const [, px, py] = tileIdToZxy(ranges[0]!)
        expect([px >> deeper, py >> deeper]).toEqual([x, y])
        expect(reachesBelow(ranges, { z, x, y }, z + deeper)).toBe(true)
        expect(reachesBelow(ranges, { z, x: (x + 1) % 2 ** z, y }, z + deeper)).toBe(z === 0)
      },
    ),
    { seed, numRuns: 200 },
  )
})

it('[R-pack-04] degrees to the unit square and back; around tiles stand their outer edges', () => {
  fc.assert(
    fc.property(longitude, latitude, (lon, lat) => {
      expect(longitudeOf(xOf(lon))).toBeCloseTo(lon, 9)
      if (Math.abs(lat) < 85) expect(latitudeOf(yOf(lat))).toBeCloseTo(lat, 9)
      expect(yOf(lat)).toBeGreaterThanOrEqual(0)
      expect(yOf(lat)).toBeLessThanOrEqual(1)
    }),
    { seed },
  )
  const ids = Float64Array.from([0, zxyToTileId(1, 0, 0), zxyToTileId(2, 3, 1), zxyToTileId(2, 2, 1)]).sort()
  const [west, south, east, north] = tileBounds(ids)
  expect([west, east, south]).toEqual([0, 180, 0])
  expect(north).toBeCloseTo(66.5132604, 6)
})
