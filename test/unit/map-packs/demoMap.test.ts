import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Point, Polygon } from 'geojson'
import { expect, it } from 'vitest'
import { demoAreas } from '../../../src/endpoint/demo/demoAreas.ts'
import { sketchLayers, writeDemoMap } from '../../../src/endpoint/demo/demoMap.ts'
import { roughOutline } from '../../../src/endpoint/demo/roughOutline.ts'
import { mapPack } from '../../../src/wire/messages/maps.ts'
import { aFolder } from './support/aFolder.ts'
import { readerOf } from './support/aPack.ts'

const dir = aFolder()
const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
const [pack, line] = ['maps/ky-son-sketch.pmtiles', 'maps/ky-son-sketch.json']

it('[R-demo-09] the trial has a sketch for a map, the same each time, which says that it is none', async () => {
  const [one, other] = [join(dir, 'one'), join(dir, 'other')]
  for (const data of [one, other, other]) await writeDemoMap(data)
  expect(readdirSync(join(other, 'maps')).sort()).toEqual(['ky-son-sketch.json', 'ky-son-sketch.pmtiles'])
  for (const name of [pack, line]) expect(hashOf(join(one, name))).toBe(hashOf(join(other, name)))
  const said = mapPack.parse(JSON.parse(readFileSync(join(one, line), 'utf8')))
  expect(
    [said.title, said.attribution].every((text) => text.toLowerCase().includes('bản vẽ phác, không phải bản đồ')),
  ).toBe(true)
  expect(said.attribution).toContain('not a map')
  expect(said.books).toEqual(['40-417', ...demoAreas.filter(({ book }) => book !== false).map(({ id }) => id)])
  expect([said.bytes < 100_000, said.sha256]).toEqual([true, hashOf(join(one, pack))])
  const { pack: read, close } = readerOf(join(one, pack))
  const metadata = (await read.getMetadata()) as { name: string; vector_layers: { id: string }[] }
  expect([metadata.name, metadata.vector_layers.map(({ id }) => id)]).toEqual([
    said.title,
    ['earth', 'boundaries', 'places'],
  ])
  await close()
})

it('[R-demo-09] it draws what the trial knows and no more: every commune of today, every village with a point, all within the outline', () => {
  const [earth, boundaries, places] = sketchLayers()
  const named = (detail: string) =>
    places?.features
      .filter(({ properties }) => properties?.kind_detail === detail)
      .map(({ properties }) => properties?.name)
  expect(named('town')).toEqual(demoAreas.filter(({ book }) => book === false).map(({ title }) => title))
  expect(named('hamlet')?.length).toBeGreaterThan(120)
  const outline = (earth!.features[0]!.geometry as Polygon).coordinates[0] as [number, number][]
  expect(boundaries?.features[0]?.geometry).toMatchObject({ type: 'LineString', coordinates: outline })
  expect(outline[0]).toEqual(outline.at(-1))
  for (const { geometry, properties } of places?.features ?? []) {
    const [x, y] = (geometry as Point).coordinates as [number, number]
    // Anticlockwise and convex: every place lies to the left of every side.
    for (const [at, [ax, ay]] of outline.slice(0, -1).entries()) {
      const [bx, by] = outline[at + 1]!
      expect((bx - ax) * (y - ay) - (by - ay) * (x - ax), properties?.name).toBeGreaterThan(0)
    }
    expect(properties?.['name:vi']).toBe(properties?.name)
  }
  expect(
    roughOutline([
      [104, 19],
      [105, 19],
      [105, 20],
      [104, 20],
      [104.5, 19.5],
    ]),
  ).toHaveLength(5)
})
