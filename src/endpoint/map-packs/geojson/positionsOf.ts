import type { Geometry } from 'geojson'
import { PackRefused } from '../packRefused.ts'

/** How deep coordinates are nested, by type of geometry. */
const depths = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 } as const

/** Every position of a geometry; refused where coordinates are not nested as its type wants. */
export function* positionsOf(geometry: Geometry | null, file: string): Generator<readonly [number, number]> {
  if (geometry?.type === 'GeometryCollection')
    for (const one of checkedList(geometry.geometries, file) as Geometry[]) yield* positionsOf(one, file)
  else if (geometry === null || depths[geometry.type] === undefined) throw wrong(file)
  else yield* within(geometry.coordinates, depths[geometry.type], file)
}

function* within(coordinates: unknown, depth: number, file: string): Generator<readonly [number, number]> {
  const list = checkedList(coordinates, file)
  if (depth > 0) for (const one of list) yield* within(one, depth - 1, file)
  else if (typeof list[0] === 'number' && typeof list[1] === 'number') yield [list[0], list[1]]
  else throw wrong(file)
}

const checkedList = (value: unknown, file: string): readonly unknown[] => {
  if (!Array.isArray(value)) throw wrong(file)
  return value
}

const wrong = (file: string) => new PackRefused('not-geojson', { file, what: 'coordinates that are none' })
