import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Feature, Geometry } from 'geojson'
import { everywhere } from '../../src/endpoint/map-packs/area/area.ts'
import { inWorkFolder } from '../../src/endpoint/map-packs/inWorkFolder.ts'
import { makePack } from '../../src/endpoint/map-packs/makePack.ts'
import { noProgress } from '../../src/endpoint/map-packs/progress.ts'
import { publishPack } from '../../src/endpoint/map-packs/publishPack.ts'
import { type GeojsonLayer, geojsonSource } from '../../src/endpoint/map-packs/sources/geojsonSource.ts'

type Position = [lon: number, lat: number]
/** A pack to make: its layers lie around `middle`, in metres east and north of it. */
export type DrawnPack = {
  id: string
  title: string
  attribution: string
  layers: GeojsonLayer[]
  zooms: [number, number]
}

/** Lays a drawn pack and its catalogue line into a folder, as an admin would. */
export const layDrawnPack = async (folder: string, pack: DrawnPack, books: readonly string[]): Promise<string> => {
  await mkdir(folder, { recursive: true })
  const to = join(folder, `${pack.id}.pmtiles`)
  const { id, title, attribution } = pack
  const wish = { id, title, attribution, books, area: everywhere, zooms: [null, null] } as const
  const source = geojsonSource(id, pack.layers, pack.zooms)
  await inWorkFolder(to, async (work) => publishPack(await makePack(source, wish, work, noProgress), to))
  return to
}

/** Draws in metres around a place; what a basemap of Protomaps' schema would hold of a village. */
export const villagePack = ([lon, lat]: Position): DrawnPack => {
  const { area, line, dot } = drawing([lon, lat])
  return {
    id: 'village',
    title: 'Bản vẽ thử',
    attribution: '© Người vẽ thử',
    zooms: [10, 14],
    layers: [
      layer('earth', area(-4000, -4000, 4000, 4000, { kind: 'earth' })),
      layer(
        'landuse',
        area(-4000, 1500, 4000, 4000, { kind: 'wood' }),
        area(-1500, -1200, 500, -300, { kind: 'farmland' }),
      ),
      layer(
        'water',
        area(1200, -1800, 2400, -900, { kind: 'lake' }),
        line(
          [
            [-4000, -600],
            [-1800, -900],
            [1200, -1400],
          ],
          { kind: 'river', name: 'Nậm Nơn' },
        ),
      ),
      layer(
        'roads',
        line(
          [
            [-4000, 300],
            [-1000, 250],
            [900, 420],
            [4000, 380],
          ],
          { kind: 'major_road', name: 'QL 7A' },
        ),
        line(
          [
            [0, 330],
            [100, 1100],
            [-300, 1900],
          ],
          { kind: 'minor_road' },
        ),
        line(
          [
            [900, 420],
            [1300, 1200],
            [2100, 2100],
          ],
          { kind: 'path' },
        ),
      ),
      layer(
        'boundaries',
        line(
          [
            [-4000, 2600],
            [0, 2300],
            [4000, 2900],
          ],
          { kind: 'county', kind_detail: 6 },
        ),
      ),
      layer('buildings', area(60, 420, 110, 460, { kind: 'building' }), area(150, 430, 190, 470, { kind: 'building' })),
      layer(
        'places',
        dot(0, 600, { kind: 'locality', kind_detail: 'village', name: 'Huoi Le', 'name:vi': 'Huồi Lê', min_zoom: 11 }),
        dot(-2200, -100, { kind: 'locality', kind_detail: 'hamlet', name: 'Kèo Cơn', min_zoom: 12 }),
      ),
      layer('pois', dot(300, 200, { kind: 'school', name: 'Trường Keng Đu' })),
    ],
  }
}

/** A wide pack below: a lake where the village's own pack has firm ground, and another name for the same place. */
export const districtPack = ([lon, lat]: Position): DrawnPack => {
  const { area, dot } = drawing([lon, lat])
  return {
    id: 'district',
    title: 'Bản vẽ rộng',
    attribution: '© Người vẽ rộng',
    zooms: [8, 12],
    layers: [
      layer('earth', area(-30_000, -30_000, 30_000, 30_000, { kind: 'earth' })),
      layer(
        'water',
        area(-3800, -3800, -2000, -2000, { kind: 'lake' }),
        area(8000, -2000, 12_000, 2000, { kind: 'lake' }),
      ),
      layer('places', dot(0, 600, { kind: 'locality', kind_detail: 'village', name: 'Tên khác', min_zoom: 8 })),
    ],
  }
}

/** A layer of no known schema, as an office makes it of its own outlines. */
export const outlinePack = ([lon, lat]: Position): DrawnPack => {
  const { area, dot } = drawing([lon, lat])
  return {
    id: 'outlines',
    title: 'Đường bao xã',
    attribution: '',
    zooms: [8, 14],
    layers: [
      layer('commune_outlines', area(-2500, -2500, 2500, 2500, { name: 'Keng Đu' })),
      layer('commune_labels', dot(0, -1900, { name: 'Keng Đu' })),
    ],
  }
}

type Properties = NonNullable<Feature['properties']>

const layer = (name: string, ...features: Feature[]): GeojsonLayer => ({ name, features })

const drawing = ([lon, lat]: Position) => {
  const at = (east: number, north: number): Position => [
    lon + east / (111_320 * Math.cos((lat * Math.PI) / 180)),
    lat + north / 111_320,
  ]
  const feature = (geometry: Geometry, properties: Properties): Feature => ({ type: 'Feature', geometry, properties })
  return {
    area: (west: number, south: number, east: number, north: number, properties: Properties) => {
      const ring = [at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]
      return feature({ type: 'Polygon', coordinates: [ring] }, properties)
    },
    line: (points: [number, number][], properties: Properties) =>
      feature({ type: 'LineString', coordinates: points.map(([east, north]) => at(east, north)) }, properties),
    dot: (east: number, north: number, properties: Properties) =>
      feature({ type: 'Point', coordinates: at(east, north) }, properties),
  }
}
