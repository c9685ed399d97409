import type { Areas } from '../place/areas.ts'
import type { Point } from '../place/distance.ts'
import type { Bounds } from './mapPack.ts'

/** Metres that a commune reaches from its centre, at most: so far beside a map its centre may lie. */
const reachMetres = 20_000
const metresPerDegree = 111_320

/** Centres of these books' communes and villages, as far as they are known, by book. */
export const centresOf = (areas: Areas, books: readonly string[]): ReadonlyMap<string, readonly Point[]> =>
  new Map(
    books.map((book) => [
      book,
      areas.all.flatMap(({ area, parent, level, centre }) =>
        level !== 'district' && (area === book || parent === book) && centre
          ? [{ lon: centre[0], lat: centre[1] }]
          : [],
      ),
    ]),
  )

/**
 * Which of these books a map shows some of; `unknown` where nothing is known of where any of them is: then a person
 * has to say.
 */
export const booksOnMap = (bounds: Bounds, centres: ReadonlyMap<string, readonly Point[]>): string[] | 'unknown' => {
  if ([...centres.values()].every((points) => points.length === 0)) return 'unknown'
  return [...centres].filter(([, points]) => points.some((point) => isNear(bounds, point))).map(([book]) => book)
}

const isNear = ([west, south, east, north]: Bounds, { lon, lat }: Point): boolean => {
  const tall = reachMetres / metresPerDegree
  const wide = tall / Math.cos((lat * Math.PI) / 180)
  return lon >= west - wide && lon <= east + wide && lat >= south - tall && lat <= north + tall
}
