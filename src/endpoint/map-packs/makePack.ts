import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { MapPack } from '../../wire/messages/maps.ts'
import type { Area } from './area/area.ts'
import { commonBounds } from './area/bounds.ts'
import { tileBounds } from './area/tileBounds.ts'
import { tileRanges } from './area/tileRanges.ts'
import { type Assembled, assemblePack } from './assemblePack.ts'
import { type Compared, comparePack } from './comparePack.ts'
import { keptForm } from './keptForm.ts'
import { PackRefused } from './packRefused.ts'
import { plainText } from './plainText.ts'
import type { Progress } from './progress.ts'
import type { TileSource } from './sources/tileSource.ts'
import { tileStore } from './tileStore.ts'

export type PackWish = {
  readonly id: string
  readonly title: string
  readonly books: readonly string[]
  /** In the place of what the source says. */
  readonly attribution: string | null
  readonly area: Area
  /** null: as far as the source goes. */
  readonly zooms: readonly [least: number | null, most: number | null]
}

export type MadePack = { readonly path: string; readonly line: MapPack; readonly compared: Compared }

/** Cuts a pack out of a source into the folder `work`, which is empty, and holds it against the source. */
export const makePack = async (
  source: TileSource,
  wish: PackWish,
  work: string,
  progress: Progress,
): Promise<MadePack> => {
  const { facts } = source
  const [least, most] = zoomsOf(source, wish)
  const nothing = () => new PackRefused('nothing-there', { file: source.name, zooms: `${least}–${most}` })
  if (least > most) throw nothing()
  const ids = await source.idsWithin(tileRanges(wish.area, least, most))
  if (ids.length === 0) throw nothing()
  await source.prepare(ids)
  const bounds = commonBounds(wish.area.bounds, facts.bounds ?? tileBounds(ids)) ?? tileBounds(ids)
  const attribution = wish.attribution ?? facts.attribution ?? ''
  const path = join(work, `${wish.id}.pmtiles`)
  const assembled = await written({ source, ids, path, work, progress, nothing }, { ...wish, attribution, bounds })
  progress.begin('Read back', ids.length)
  const compared = await comparePack(path, source, ids, progress)
  progress.end()
  const { bytes, sha256, zooms, tiles } = assembled
  if (compared.equal < tiles || compared.total > tiles)
    throw new PackRefused('not-equal', { ...compared, total: Math.max(compared.total, tiles) })
  const line: MapPack = {
    id: wish.id,
    title: wish.title,
    books: [...wish.books],
    bytes,
    sha256,
    type: facts.kind === 'mvt' ? 'vector' : 'raster',
    minzoom: zooms[0],
    maxzoom: zooms[1],
    bounds: bounds.map((degrees) => Math.round(degrees * 1e7) / 1e7) as MapPack['bounds'],
    attribution: plainText(attribution),
  }
  return { path, line, compared }
}

type Cut = {
  readonly source: TileSource
  readonly ids: Float64Array
  readonly path: string
  readonly work: string
  readonly progress: Progress
  readonly nothing: () => PackRefused
}

const zoomsOf = ({ facts }: TileSource, { zooms }: PackWish): readonly [number, number] => [
  Math.max(zooms[0] ?? 0, facts.zooms[0]),
  Math.min(zooms[1] ?? facts.zooms[1], facts.zooms[1]),
]

const written = async (
  { source, ids, path, work, progress, nothing }: Cut,
  { title, attribution, bounds }: Pick<MapPack, 'title' | 'attribution'> & { readonly bounds: Area['bounds'] },
): Promise<Assembled> => {
  const { facts, name } = source
  const tiles = await open(join(work, 'tiles'), 'wx+')
  try {
    const store = tileStore(tiles, ids.length)
    progress.begin('Tiles', ids.length)
    for await (const tile of source.tiles(ids)) {
      await store.add(tile.id, keptForm(tile, facts.kind, name))
      progress.step(1, tile.bytes.length)
    }
    const stored = await store.finish()
    if (stored.addressed === 0) throw nothing()
    const { kind, vectorLayers } = facts
    return await assemblePack(path, tiles, stored, { title, attribution, kind, bounds, vectorLayers })
  } finally {
    await tiles.close()
  }
}
