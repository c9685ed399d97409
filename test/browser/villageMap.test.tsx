import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { PackOnMap } from '../../src/app/map/view/mapPack.ts'
import type { OnlineOnMap, OnlineSeen } from '../../src/app/map/view/OnlineLayer.ts'
import { type MapHandle, type MapView, VillageMap } from '../../src/app/map/view/VillageMap.tsx'
import type { HouseholdRow } from '../../src/domain/lists/householdRows.ts'
import type { Point } from '../../src/domain/place/distance.ts'
import { chanceOf } from '../bench/chance.ts'
import { aRow } from '../support/aRow.ts'
import { packOnMap } from './support/packOnMap.ts'
import '../../src/ui/tokens.css'

const kengDu: Point = { lat: 19.6253, lon: 104.1108 }
const off = (east: number, north: number): Point => ({
  lat: kengDu.lat + north / 111_320,
  lon: kengDu.lon + east / (111_320 * Math.cos((kengDu.lat * Math.PI) / 180)),
})

type Shown = { packs?: PackOnMap[]; online?: OnlineOnMap; rows?: HouseholdRow[]; zoom?: number; middle?: Point }

let root: Root | null = null
const place = document.body.appendChild(document.createElement('div'))
place.style.cssText = 'position: relative; width: 360px; height: 500px'
afterEach(() => root?.unmount())

const shown = ({ packs = [], online, rows = [], zoom = 13, middle = kengDu }: Shown) => {
  const told: { views: MapView[]; chosen: string[]; several: string[][]; failed: string[]; seen: OnlineSeen[] } = {
    views: [],
    chosen: [],
    several: [],
    failed: [],
    seen: [],
  }
  let handle: MapHandle | null = null
  const heard = {
    choose: (id: string) => told.chosen.push(id),
    several: (ids: string[]) => told.several.push(ids),
    count: String,
  }
  const looked = (view: MapView) => told.views.push(view)
  const failed = (title: string) => told.failed.push(title)
  const moved = () => undefined
  root = createRoot(place)
  flushSync(() =>
    root?.render(
      <VillageMap
        ref={(now) => {
          handle = now
        }}
        label="Bản đồ"
        packs={packs}
        online={online ?? null}
        rows={rows}
        chosen={null}
        here={null}
        way={[]}
        start={{ middle, zoom }}
        heard={heard}
        looked={looked}
        moved={moved}
        failed={failed}
        onlineTold={(seen) => told.seen.push(seen)}
      />,
    ),
  )
  const map = () => {
    if (handle === null) throw new Error('the map is not there yet')
    return handle as MapHandle
  }
  return { told, map }
}

/** The colour painted at so many metres east and north of the middle, by the tile that lies there; null: nothing is. */
const colourAt = (east: number, north: number, zoom: number): string | null => {
  const each = (156_543.034 * Math.cos((kengDu.lat * Math.PI) / 180)) / 2 ** zoom
  const frame = place.getBoundingClientRect()
  return pixel(frame.left + 180 + east / each, frame.top + 250 - north / each)
}

/** As an eye sees it: of the tiles that lie there the uppermost on which anything is drawn. */
const pixel = (x: number, y: number): string | null => {
  const height = (tile: Element) => Number(tile.closest<HTMLElement>('.leaflet-layer')?.style.zIndex ?? 0)
  const tiles = [...place.querySelectorAll<HTMLCanvasElement>('canvas.leaflet-tile')]
  for (const tile of tiles.sort((a, b) => height(b) - height(a))) {
    const box = tile.getBoundingClientRect()
    if (x < box.left || x >= box.right || y < box.top || y >= box.bottom) continue
    const across = ((x - box.left) / box.width) * tile.width
    const down = ((y - box.top) / box.height) * tile.height
    const [red = 0, green = 0, blue = 0, alpha = 0] = tile.getContext('2d')?.getImageData(across, down, 1, 1).data ?? []
    if (alpha > 0) return `#${[red, green, blue].map((one) => one.toString(16).padStart(2, '0')).join('')}`
  }
  return null
}

/** Pixels of nearly that colour in a box of the map, px from its left and top. */
const pixelsLike = (colour: string, [left, top, width, height]: [number, number, number, number]): number => {
  const frame = place.getBoundingClientRect()
  let count = 0
  for (let x = left; x < left + width; x += 1)
    for (let y = top; y < top + height; y += 1) if (pixel(frame.left + x, frame.top + y) === colour) count += 1
  return count
}

/** Every name that was written on a tile. */
const written = new Set<string>()
const write = CanvasRenderingContext2D.prototype.fillText
CanvasRenderingContext2D.prototype.fillText = function (text, ...where) {
  written.add(text)
  write.call(this, text, ...where)
}
beforeEach(() => written.clear())

const token = (name: string): string => getComputedStyle(place).getPropertyValue(`--map-${name}`).trim()

it('[R-map-06] a pack is painted in the paper’s own colours: ground, wood, water, a road, and the village by its Vietnamese name', async () => {
  shown({ packs: [await packOnMap('village')] })
  await expect.poll(() => colourAt(-1000, 1000, 13)).toBe(token('earth'))
  expect(colourAt(-2000, 2000, 13)).toBe(token('wood'))
  expect(colourAt(1800, -1300, 13)).toBe(token('water'))
  expect(colourAt(-1000, 250, 13)).toBe(token('road'))
  expect(colourAt(6000, 0, 13)).toBeNull()
  // Beside the dot at 600 m north stand the letters of Huồi Lê, in ink.
  const [x, y] = [180, 250 - 600 / 18]
  await expect.poll(() => pixelsLike(token('ink'), [x + 4, y - 8, 60, 16])).toBeGreaterThan(30)
  expect(pixelsLike(token('ink'), [x - 70, y - 8, 60, 16])).toBe(0)
  expect([...written]).toContain('Huồi Lê')
  expect([...written]).not.toContain('Huoi Le')
})

it('[R-map-06] beyond its last zoom a pack is drawn larger, to zoom 18', async () => {
  shown({ packs: [await packOnMap('village')], zoom: 18, middle: off(85, 440) })
  // The building is 50 by 40 m: 80 px from the middle of the map stands its wall.
  await expect
    .poll(() => pixel(place.getBoundingClientRect().left + 180, place.getBoundingClientRect().top + 250))
    .toBe(token('building'))
})

it('[R-map-06] whatever the zooms and drags before, no tile in sight stays unpainted', async () => {
  const { map, told } = shown({ packs: [await packOnMap('village')], zoom: 16 })
  await expect.poll(() => colourAt(0, 0, 16)).not.toBeNull()
  map().zoom(-1)
  map().zoom(-1)
  await expect.poll(() => told.views.at(-1)?.zoom).toBe(14)
  const frame = place.getBoundingClientRect()
  const corners = () =>
    [
      [8, 8],
      [350, 8],
      [8, 490],
      [350, 490],
      [180, 250],
    ].map(([x = 0, y = 0]) => pixel(frame.left + x, frame.top + y) !== null)
  await expect.poll(corners).toEqual([true, true, true, true, true])
  map().pan(150, 0)
  map().pan(0, 150)
  await expect.poll(corners).toEqual([true, true, true, true, true])
})

it('[R-map-06] of two packs the finer lies on top where it has ground, with its own names; beyond it the wide one shows', async () => {
  shown({ packs: [await packOnMap('village'), await packOnMap('district')], zoom: 13 })
  await expect.poll(() => colourAt(-1000, 1000, 13)).toBe(token('earth'))
  // The wide pack has a lake there.
  expect(colourAt(-2900, -2900, 13)).toBe(token('earth'))
  expect([...written]).toContain('Huồi Lê')
  expect([...written]).not.toContain('Tên khác')
  root?.unmount()
  shown({ packs: [await packOnMap('district')], zoom: 13 })
  await expect.poll(() => colourAt(-2900, -2900, 13)).toBe(token('water'))
})

it('[R-map-06] layers of no known schema are drawn plainly, over what lies below', async () => {
  shown({ packs: [await packOnMap('village'), await packOnMap('outlines')], zoom: 13 })
  await expect.poll(() => colourAt(1800, -1300, 13)).not.toBeNull()
  // The outline runs 2,500 m east of the middle: some dash of it is on that column.
  await expect.poll(() => pixelsLike(token('boundary'), [180 + 2500 / 18 - 3, 100, 6, 200])).toBeGreaterThan(10)
  // What it encloses is tinted, and the lake below is still a lake.
  expect(colourAt(1800, -1300, 13)).not.toBe(token('area'))
})

it('[R-map-06] a pack that can’t be read is said, and the other one is drawn', async () => {
  const broken = { ...(await packOnMap('district')), title: 'hỏng', source: brokenSource }
  const { told } = shown({ packs: [await packOnMap('village'), broken] })
  await expect.poll(() => colourAt(-1000, 1000, 13)).toBe(token('earth'))
  expect(told.failed).toEqual(['hỏng'])
})

const brokenSource: PackOnMap['source'] = {
  getKey: () => 'broken',
  getBytes: () => Promise.reject(new Error('the file is gone')),
}

const countedIn = (): number => {
  const clusters = [...place.querySelectorAll('.cluster')].map(({ textContent }) => Number(textContent))
  return clusters.reduce((sum, count) => sum + count, 0) + place.querySelectorAll('.pin').length
}

it('[R-map-01] 20,000 households: few markers stand for all of them, whatever the zoom, and panning keeps those in sight', async () => {
  const { below, oneOf } = chanceOf(7)
  const stages = ['planned', 'foundation', 'frame', 'handed-over'] as const
  const rows = Array.from({ length: 20_000 }, (_, at) =>
    aRow({ id: `h${at}`, stage: oneOf(stages), point: off(below(3_000) - 1_500, below(3_000) - 1_500) }),
  )
  const { map, told } = shown({ rows, zoom: 12 })
  await expect.poll(countedIn).toBe(20_000)
  const drawn = () => place.querySelectorAll('.leaflet-marker-icon').length
  expect(drawn()).toBeLessThan(100)
  const before = [...place.querySelectorAll('.leaflet-marker-icon')]
  map().pan(40, 20)
  await expect.poll(countedIn).toBe(20_000)
  expect([...place.querySelectorAll('.leaflet-marker-icon')].filter((icon) => before.includes(icon)).length).toBe(
    before.length,
  )
  // Taps that come while the map still moves count too.
  for (let zoom = 13; zoom <= 18; zoom += 1) {
    map().zoom(1)
    await expect.poll(() => told.views.at(-1)?.zoom).toBe(zoom)
    expect(drawn(), `zoom ${zoom}`).toBeLessThan(400)
  }
  await expect.poll(() => place.querySelectorAll('.pin').length).toBeGreaterThan(5)
})

it('[R-map-01] a tap on a circle comes nearer, on a house it chooses, on those at one very place it asks which', async () => {
  const rows = [
    aRow({ id: 'a', point: off(0, 0) }),
    aRow({ id: 'b', point: off(90, 0) }),
    aRow({ id: 'c', point: off(0, 700) }),
    aRow({ id: 'd', point: off(0, 700) }),
  ]
  const { told } = shown({ rows, zoom: 14 })
  const circle = (count: string) =>
    [...place.querySelectorAll<HTMLElement>('.cluster')].find((one) => one.textContent === count)
  await expect.poll(() => [...place.querySelectorAll('.cluster')].length).toBe(2)
  const twos = [...place.querySelectorAll<HTMLElement>('.cluster')]
  // The northern one is of one place.
  const north = twos.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)[0]
  north?.click()
  expect(told.several).toEqual([['c', 'd']])
  twos[1]?.click()
  await expect.poll(() => told.views.at(-1)?.zoom).toBeGreaterThan(14)
  await expect.poll(() => place.querySelectorAll('.pin').length).toBe(2)
  place.querySelectorAll<HTMLElement>('.pin')[0]?.click()
  expect(told.chosen).toHaveLength(1)
  expect(circle('4')).toBeUndefined()
})

it('[R-map-12] the map on the net lies above the ground of packs and below houses; where it does not come, the pack shows', async () => {
  const bytes = await aPicture('#102030')
  const places: string[] = []
  const online: OnlineOnMap = {
    title: 'Ảnh vệ tinh',
    attribution: '',
    minzoom: 6,
    maxzoom: 13,
    tile: async ({ z, x, y }) => {
      places.push(`${z}/${x}/${y}`)
      return x % 2 === 0 ? { at: 'picture', bytes } : { at: 'failed' }
    },
  }
  const { told, map } = shown({ packs: [await packOnMap('village')], online, rows: [aRow({ id: 'a', point: kengDu })] })
  await expect.poll(() => told.seen.at(-1)).toBe('missed')
  const row: [number, number, number, number] = [0, 180, 360, 1]
  await expect.poll(() => pixelsLike('#102030', row)).toBeGreaterThan(50)
  await expect.poll(() => pixelsLike(token('earth'), row) + pixelsLike(token('wood'), row)).toBeGreaterThan(50)
  const pane = (name: string) =>
    Number(getComputedStyle(place.querySelector(`.leaflet-${name}-pane`) as Element).zIndex)
  expect(pane('marker')).toBeGreaterThan(pane('tile'))
  // Beyond its last zoom it is drawn larger: no tile is asked for that there is not.
  map().zoom(1)
  await expect.poll(() => told.views.at(-1)?.zoom).toBe(14)
  expect(new Set(places.map((name) => name.split('/')[0]))).toEqual(new Set(['13']))
})

const aPicture = async (colour: string): Promise<Uint8Array<ArrayBuffer>> => {
  const canvas = new OffscreenCanvas(256, 256)
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('this browser draws nothing')
  pen.fillStyle = colour
  pen.fillRect(0, 0, 256, 256)
  return new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())
}
