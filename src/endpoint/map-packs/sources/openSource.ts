import { basename, extname, join } from 'node:path'
import { everywhere } from '../area/area.ts'
import { readGeojson } from '../geojson/readGeojson.ts'
import type { PackWish } from '../makePack.ts'
import { PackRefused } from '../packRefused.ts'
import { fileDoor } from './fileDoor.ts'
import { geojsonSource } from './geojsonSource.ts'
import { httpDoor } from './httpDoor.ts'
import { mbtilesSource } from './mbtilesSource.ts'
import { packSource } from './packSource.ts'
import type { TileSource } from './tileSource.ts'

/** GeoJSON has no zooms of its own: without a word down to where an office's maps go. */
const geojsonZooms = [0, 14] as const

/** Opens what `--from` names, by its ending. `work`: a folder for what is fetched; `came` is told of bytes that were. */
export const openSource = async (
  from: readonly string[],
  { area, zooms }: Pick<PackWish, 'area' | 'zooms'>,
  { work, came }: { readonly work: string; readonly came: (bytes: number) => void },
): Promise<TileSource> => {
  const kinds = new Set(from.map(kindOf))
  const [kind] = kinds
  const [file = ''] = from
  if (kind === 'geojson' && kinds.size === 1) return openGeojson(from, zooms)
  if (from.length > 1 || kind === undefined) throw new PackRefused('unknown-kind', { file: from.join(', ') })
  if (kind === 'mbtiles') return mbtilesSource(file)
  if (kind === 'pmtiles') return packSource(fileDoor(file))
  if (kind !== 'address') throw new PackRefused('unknown-kind', { file })
  if (area === everywhere) throw new PackRefused('needs-area')
  return packSource(await httpDoor(file, join(work, 'fetched'), { came }))
}

const kindOf = (from: string): string => {
  if (/^https?:\/\//i.test(from)) return 'address'
  const ending = extname(from).slice(1).toLowerCase()
  return ending === 'json' ? 'geojson' : ending
}

const openGeojson = (files: readonly string[], [least, most]: PackWish['zooms']): TileSource => {
  const layers = files.map((file) => ({ name: basename(file, extname(file)), features: readGeojson(file) }))
  const twice = layers.find(({ name }, at) => layers.findIndex((other) => other.name === name) !== at)
  if (twice !== undefined) throw new PackRefused('same-layer', { layer: twice.name })
  return geojsonSource(files.join(', '), layers, [least ?? geojsonZooms[0], most ?? geojsonZooms[1]])
}
