import { readFileSync, statSync } from 'node:fs'
import type { Feature, GeoJsonObject, Geometry } from 'geojson'
import { PackRefused } from '../packRefused.ts'
import { positionsOf } from './positionsOf.ts'

/** It is read whole: as text, as objects and cut into tiles it takes some ten times this in memory. */
const mostBytes = 100_000_000

const geometries = [
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]

/** The features of a GeoJSON file (a collection, one feature or a bare geometry), those without a geometry left out. */
export const readGeojson = (file: string): Feature[] => {
  const features = featuresOf(parsed(file), file)
  for (const { geometry } of features)
    for (const [longitude, latitude] of positionsOf(geometry, file))
      if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90))
        throw new PackRefused('not-degrees', { file, what: `${longitude}, ${latitude}` })
  return features
}

const parsed = (file: string): unknown => {
  let text: string
  try {
    const { size } = statSync(file)
    if (size > mostBytes) throw new PackRefused('too-large', { file, bytes: size, most: mostBytes })
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof PackRefused) throw error
    throw new PackRefused('no-file', { file, why: (error as NodeJS.ErrnoException).code ?? String(error) })
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new PackRefused('not-geojson', { file, what: (error as Error).message })
  }
}

const featuresOf = (value: unknown, file: string): Feature[] => {
  const { type, features, geometry, properties } = (value ?? {}) as { [key: string]: unknown }
  if (type === 'FeatureCollection') {
    if (!Array.isArray(features)) throw new PackRefused('not-geojson', { file, what: 'no features' })
    return features.flatMap((one) => featuresOf(one, file))
  }
  if (type === 'Feature') {
    if (geometry === null) return []
    if (!isGeometry(geometry)) throw new PackRefused('not-geojson', { file, what: 'a feature without a geometry' })
    if (typeof properties !== 'object')
      throw new PackRefused('not-geojson', { file, what: 'a feature without properties' })
    return [value as Feature]
  }
  if (isGeometry(value)) return [{ type: 'Feature', geometry: value, properties: {} }]
  throw new PackRefused('not-geojson', { file, what: `type ${JSON.stringify(type) ?? 'missing'}` })
}

const isGeometry = (value: unknown): value is Geometry =>
  geometries.includes((value as GeoJsonObject | null | undefined)?.type as string)
