import { expect, it } from 'vitest'
import { packFolder } from '../../src/app/device/packFiles.ts'
import { askCatalogue } from '../../src/app/map/askCatalogue.ts'
import { downloadPack } from '../../src/app/map/downloadPack.ts'
import { type TakingIn, takeInPack } from '../../src/app/map/takeInPack.ts'
import type { PackState } from '../../src/app/store/packRows.ts'
import type { MapPack } from '../../src/domain/maps/mapPack.ts'
import { aPack } from '../support/aPack.ts'
import { aPhone } from './support/aPhone.ts'
import { aFile, type MapsOn, mapsOn, packBytesOn, tilesRead } from './support/mapsOn.ts'
import { kengDu, openWorld } from './support/world.ts'

const id = 'keng-du'
const never = new AbortController().signal
const whole = { equal: 21, other: 0 }
const here = new Map([[kengDu, [{ lon: 104.15, lat: 19.55 }]]])
const hanoi: [number, number, number, number] = [105.7, 20.9, 106, 21.2]

const taking = (more: Partial<TakingIn> = {}): TakingIn => ({
  centres: here,
  isTheArea: () => Promise.reject(new Error('not asked for')),
  told: () => undefined,
  signal: never,
  ...more,
})

/** A phone with the endpoint's pack on it, and that pack's bytes. */
const aMapPhone = async (keepsFiles = true) => {
  const world = await openWorld()
  const maps = mapsOn(await aPhone(world))
  maps.keepsFiles = keepsFiles
  const laid = (await world.layPack(id, [kengDu], 1, { tileBytes: 90_000 })) as MapPack
  await askCatalogue(maps.doors, never)
  return { world, maps, laid, made: aPack(1, { tileBytes: 90_000 }) }
}

const left = async (maps: MapsOn) => {
  const { files, rows, packs } = await packBytesOn(maps)
  return { packs: packs.length, files: Object.keys(files).length, rows: rows > 0 }
}

it('[R-maps-09] a pack from a memory card that the endpoint offers too is that pack, without one byte over the network', async () => {
  for (const keepsFiles of [true, false]) {
    const { maps, laid, made } = await aMapPhone(keepsFiles)
    const told: number[] = []
    const file = aFile(made.bytes, 'tải về (1).pmtiles')
    const taken = await takeInPack(maps.doors, file, taking({ told: (got) => told.push(got) }))
    expect(taken).toEqual({ at: 'whole', pack: laid, known: true })
    expect([told[0], told.at(-1)]).toEqual([0, laid.bytes])
    expect(maps.asked).toBe(0)
    expect(await tilesRead(maps, id, made)).toEqual(whole)
    expect(await downloadPack(maps.doors, laid, () => undefined, never)).toEqual({ at: 'whole' })
    // Taken in once more, nothing changes.
    expect(await takeInPack(maps.doors, aFile(made.bytes), taking())).toEqual({ at: 'whole', pack: laid, known: true })
    expect(maps.asked).toBe(0)
    expect(await left(maps)).toEqual({ packs: 1, files: keepsFiles ? 1 : 0, rows: !keepsFiles })
  }
})

it('[R-maps-09] a file finishes what was half downloaded; one from elsewhere stands beside, named by itself', async () => {
  const { maps, laid, made } = await aMapPhone()
  const pausing = new AbortController()
  await downloadPack(maps.doors, laid, (got) => got > 0 && pausing.abort(), pausing.signal)
  expect(await takeInPack(maps.doors, aFile(made.bytes), taking())).toMatchObject({ at: 'whole', known: true })
  expect(await left(maps)).toEqual({ packs: 1, files: 1, rows: false })
  const metadata = { name: 'Kỳ Sơn', attribution: '<a href="x">&copy; OpenStreetMap</a>' }
  const other = aPack(9, { metadata })
  const taken = await takeInPack(maps.doors, aFile(other.bytes), taking())
  expect(taken).toMatchObject({
    known: false,
    pack: { title: 'Kỳ Sơn', attribution: '© OpenStreetMap', books: [kengDu] },
  })
  const otherId = taken.at === 'whole' ? taken.pack.id : ''
  expect(otherId).toMatch(/^file-[0-9a-f]{12}$/)
  expect(await tilesRead(maps, otherId, other)).toEqual(whole)
  expect(await tilesRead(maps, id, made)).toEqual(whole)
})

const badFiles = (): [string, File][] => {
  const { bytes } = aPack(1, { tileBytes: 90_000 })
  const changed = (at: number, value: number) => {
    const copy = bytes.slice()
    copy[at] = value
    return aFile(copy)
  }
  return [
    ['truncated', aFile(bytes.slice(0, -1))],
    ['truncated', aFile(bytes.slice(0, 400))],
    ['truncated', aFile(bytes.slice(0, 50))],
    ['not-a-map', aFile(new Uint8Array(0))],
    ['not-a-map', aFile(new TextEncoder().encode('<html>Wi-Fi miễn phí</html>'))],
    ['not-a-map', changed(0, 0)],
    ['other-version', changed(7, 2)],
    ['unknown-compression', changed(98, 4)],
    ['unknown-tiles', changed(99, 5)],
    ['damaged', changed(101, 99)],
    // A byte of a tile: the endpoint's pack it is not, and yet as long and of the same area.
    ['wrong-hash', changed(500_000, (bytes[500_000] ?? 0) ^ 1)],
    ['other-area', aFile(aPack(3, { bounds: hanoi }).bytes)],
  ]
}

it('[R-maps-05, R-maps-07, L7] each bad file is refused with its own word, leaves nothing behind, and what was here is drawn on', async () => {
  for (const keepsFiles of [true, false]) {
    const { maps, laid, made } = await aMapPhone(keepsFiles)
    await downloadPack(maps.doors, laid, () => undefined, never)
    for (const [code, file] of badFiles())
      expect(await takeInPack(maps.doors, file, taking()), code).toEqual({ at: 'refused', code })
    expect(await left(maps)).toEqual({ packs: 1, files: keepsFiles ? 1 : 0, rows: !keepsFiles })
    expect(await tilesRead(maps, id, made)).toEqual(whole)
  }
})

it('[R-maps-05] a card that is pulled out in the middle is said, and nothing of it stays', async () => {
  const { maps, made } = await aMapPhone()
  const card = await (await navigator.storage.getDirectory()).getDirectoryHandle('card', { create: true })
  const handle = await card.getFileHandle('keng-du.pmtiles', { create: true })
  const writable = await handle.createWritable()
  await writable.write(made.bytes)
  await writable.close()
  let pulled = Promise.resolve()
  const told = (got: number) => {
    if (got === 0) pulled = card.removeEntry('keng-du.pmtiles')
  }
  maps.atWrite = async (_, write) => {
    await pulled
    return write()
  }
  expect(await takeInPack(maps.doors, await handle.getFile(), taking({ told }))).toEqual({
    at: 'refused',
    code: 'unreadable',
  })
  expect(await left(maps)).toEqual({ packs: 0, files: 0, rows: false })
})

it('[R-maps-07] where nobody knows where the books are a person is asked, and who says no, or stops it, has changed nothing', async () => {
  const { maps, made } = await aMapPhone()
  const asked: string[] = []
  const answering = (yes: boolean) =>
    taking({
      centres: new Map([[kengDu, []]]),
      isTheArea: async ({ title }) => {
        asked.push(title)
        return yes
      },
    })
  const file = aFile(made.bytes, 'Keng Đu.pmtiles')
  expect(await takeInPack(maps.doors, file, answering(false))).toEqual({ at: 'left' })
  const stopping = new AbortController()
  const told = (got: number) => got > 0 && stopping.abort()
  const stopped = { ...answering(true), told: (got: number) => void told(got), signal: stopping.signal }
  expect(await takeInPack(maps.doors, file, stopped)).toEqual({ at: 'left' })
  expect(await left(maps)).toEqual({ packs: 0, files: 0, rows: false })
  expect(await takeInPack(maps.doors, file, answering(true))).toMatchObject({ at: 'whole' })
  expect(asked).toEqual(['Keng Đu', 'Keng Đu', 'Keng Đu'])
})

it('[R-maps-12] what a page that ended left of a pack, and what nobody knows any more, is tidied by the next that comes', async () => {
  for (const keepsFiles of [true, false]) {
    const { maps, laid, made } = await aMapPhone(keepsFiles)
    const { database } = maps.doors
    // As after a crash: half taken in from a file, half downloaded, and bytes whose row went.
    await downloadPack(maps.doors, laid, () => undefined, never)
    const [kept] = await database.packs.toArray()
    if (kept === undefined) throw new Error('no pack')
    const half: PackState = { at: 'partial', got: 5 }
    await database.packs.put({ ...kept, file: 'taken', id: 'file-x', from: 'file', state: half })
    await database.packs.put({ ...kept, file: 'coming', id: 'my-ly', state: half })
    const folder = await packFolder(database.name, true)
    for (const file of ['taken', 'coming', 'unknown']) {
      await folder?.getFileHandle(file, { create: true })
      await database.packBytes.put({ file, from: 0, bytes: new ArrayBuffer(5) })
    }
    expect(await takeInPack(maps.doors, aFile(made.bytes), taking())).toMatchObject({ at: 'whole' })
    expect((await database.packs.toArray()).map(({ file }) => file).sort()).toEqual([kept.file, 'coming'].sort())
    const { files } = await packBytesOn(maps)
    expect(Object.keys(files).sort()).toEqual(keepsFiles ? [kept.file, 'coming'].sort() : ['coming'])
    expect(await database.packBytes.where('file').anyOf('taken', 'unknown').count()).toBe(0)
    expect(await tilesRead(maps, id, made)).toEqual(whole)
  }
})
