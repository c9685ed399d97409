import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Feature } from 'geojson'
import { everywhere } from '../map-packs/area/area.ts'
import { inWorkFolder } from '../map-packs/inWorkFolder.ts'
import { makePack } from '../map-packs/makePack.ts'
import { noProgress } from '../map-packs/progress.ts'
import { publishPack } from '../map-packs/publishPack.ts'
import { type GeojsonLayer, geojsonSource } from '../map-packs/sources/geojsonSource.ts'
import { demoAreas, demoDistrictId } from './demoAreas.ts'
import { type Place, roughOutline } from './roughOutline.ts'
import { trialVillages } from './trialVillages.ts'

/** What the trial's map says of itself: it must not be taken for one. */
const sketchWish = {
  id: 'ky-son-sketch',
  title: 'Kỳ Sơn: bản vẽ phác, không phải bản đồ',
  attribution:
    'Bản vẽ phác, không phải bản đồ: đường bao và điểm bản là ước chừng hoặc hư cấu. · A sketch, not a map: its outline and village points are rough or invented.',
  books: [demoDistrictId, ...demoAreas.filter(({ book }) => book !== false).map(({ id }) => id)],
  area: everywhere,
  zooms: [null, null],
} as const

/** Beyond, readers draw the last zoom larger: there is nothing more to see. */
const zooms = [6, 12] as const

/** Writes the trial's pack, a sketch of what its own facts say, and its catalogue line into `maps` of a data folder. */
export const writeDemoMap = async (data: string): Promise<void> => {
  const maps = join(data, 'maps')
  await mkdir(maps, { recursive: true, mode: 0o700 })
  const to = join(maps, `${sketchWish.id}.pmtiles`)
  const source = geojsonSource(sketchWish.id, sketchLayers(), zooms)
  await inWorkFolder(to, async (work) => publishPack(await makePack(source, sketchWish, work, noProgress), to))
}

/**
 * Layers and words as in Protomaps' basemap, where they fit: `earth`, `boundaries`, `places`. No river and no road: none
 * follows from what the trial knows.
 */
export const sketchLayers = (): GeojsonLayer[] => {
  const communes = demoAreas.flatMap(({ title, centre }) => (centre === undefined ? [] : [{ title, centre }]))
  const villages = trialVillages().flatMap(({ title, centre }) => (centre === null ? [] : [{ title, centre }]))
  const outline = roughOutline([...communes, ...villages].map(({ centre }) => centre))
  return [
    {
      name: 'earth',
      features: [feature({ type: 'Polygon', coordinates: [outline] }, { kind: 'earth' })],
    },
    {
      name: 'boundaries',
      features: [
        feature({ type: 'LineString', coordinates: outline }, { kind: 'county', kind_detail: 6, rough: true }),
      ],
    },
    {
      name: 'places',
      features: [
        ...communes.map(({ title, centre }) => place(title, centre, { kind_detail: 'town', min_zoom: 8 })),
        ...villages.map(({ title, centre }) => place(title, centre, { kind_detail: 'hamlet', min_zoom: 11 })),
      ],
    },
  ]
}

const place = (name: string, centre: Place, more: Feature['properties']): Feature =>
  feature({ type: 'Point', coordinates: [...centre] }, { kind: 'locality', name, 'name:vi': name, ...more })

const feature = (geometry: Feature['geometry'], properties: Feature['properties']): Feature => ({
  type: 'Feature',
  geometry,
  properties,
})
