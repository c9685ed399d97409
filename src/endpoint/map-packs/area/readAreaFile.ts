import type { Geometry, Position } from 'geojson'
import { readGeojson } from '../geojson/readGeojson.ts'
import { PackRefused } from '../packRefused.ts'
import type { Area } from './area.ts'
import { polygonArea } from './polygonArea.ts'

/** The polygons of a GeoJSON file as one area; points and lines in it are passed over. */
export const readAreaFile = (file: string): Area => {
  const rings = readGeojson(file).flatMap(({ geometry }) => ringsOf(geometry))
  if (rings.length === 0) throw new PackRefused('no-polygon', { file })
  return polygonArea(rings)
}

const ringsOf = (geometry: Geometry): Position[][] => {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(ringsOf)
  if (geometry.type === 'Polygon') return geometry.coordinates
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : []
}
