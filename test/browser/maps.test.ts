import { EtagMismatch, PMTiles } from 'pmtiles'
import { expect, it } from 'vitest'
import { askCatalogue } from '../../src/app/map/askCatalogue.ts'
import { deletePack } from '../../src/app/map/deletePack.ts'
import { downloadPack } from '../../src/app/map/downloadPack.ts'
import { openPack } from '../../src/app/map/packSource.ts'
import { forgetBooks } from '../../src/app/store/forgetBooks.ts'
import { keptCatalogue } from '../../src/app/store/keptCatalogue.ts'
import { wipeOthers, wipeOwn } from '../../src/app/store/wipe.ts'
import type { MapPack } from '../../src/domain/maps/mapPack.ts'
import { aPack, numbers } from '../support/aPack.ts'
import { aPhone } from './support/aPhone.ts'
import { isEqual, type MapsOn, mapsOn, packBytesOn, tilesRead } from './support/mapsOn.ts'
import { kengDu, myLy, openWorld } from './support/world.ts'

const id = 'keng-du'
const never = new AbortController().signal
const whole = { equal: 21, other: 0 }
/** Both ways of keeping bytes: files of the browser's own, and rows where it has none. */
const ways = [true, false]

const seed = 5302
console.log(`maps: seed ${seed}`)

const aMapPhone = async (keepsFiles = true) => {
  const world = await openWorld()
  const phone = await aPhone(world)
  const maps = mapsOn(phone)
  maps.keepsFiles = keepsFiles
  const lay = (packSeed: number) => world.layPack(id, [kengDu], packSeed, { tileBytes: 90_000 }) as Promise<MapPack>
  const made = (packSeed: number) => aPack(packSeed, { tileBytes: 90_000 })
  return { world, phone, maps, lay, made }
}

const fetchIt = (maps: MapsOn, pack: MapPack, told: (got: number) => void = () => undefined, signal = never) =>
  downloadPack(maps.doors, pack, told, signal)

/** What lies here is what rows name, to the byte. */
const nothingLeftOver = async (maps: MapsOn, packs: number) => {
  const { files, rows, packs: named } = await packBytesOn(maps)
  expect(named).toHaveLength(packs)
  expect(Object.keys(files).sort()).toEqual(maps.keepsFiles ? named.sort() : [])
  expect(rows > 0).toBe(!maps.keepsFiles && packs > 0)
}

it('[R-maps-11] a pack is offered with its size, fetched in pieces with a count, and read without the network; no byte is asked for twice', async () => {
  for (const keepsFiles of ways) {
    const { maps, lay, made, phone } = await aMapPhone(keepsFiles)
    const laid = await lay(1)
    const offered = await askCatalogue(maps.doors, never)
    expect(offered).toEqual({ at: 'offered', packs: [laid] })
    expect((await keptCatalogue(phone.database))?.packs).toEqual([laid])
    const told: number[] = []
    expect(await fetchIt(maps, laid, (got) => told.push(got))).toEqual({ at: 'whole' })
    expect(maps.asked).toBe(laid.bytes)
    expect(told[0]).toBe(0)
    expect(told.at(-1)).toBe(laid.bytes)
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect(await tilesRead(maps, id, made(1))).toEqual(whole)
    await nothingLeftOver(maps, 1)
    // Asked for again, nothing is fetched.
    expect(await fetchIt(maps, laid)).toEqual({ at: 'whole' })
    expect(maps.asked).toBe(laid.bytes)
    expect(await caches.keys()).toEqual([])
  }
})

it('[R-maps-11] every range of a pack reads the bytes of the file, whichever way it is kept', async () => {
  const random = numbers(seed)
  for (const keepsFiles of ways) {
    const { maps, lay, made } = await aMapPhone(keepsFiles)
    const { bytes } = made(2)
    await fetchIt(maps, await lay(2))
    const opened = await openPack(maps.doors.database, id)
    if (!opened.ok) throw new Error(opened.why)
    for (let times = 0; times < 60; times += 1) {
      const offset = Math.floor(random() * bytes.length)
      const length = Math.floor(random() ** 3 * 700_000)
      const { data } = await opened.source.getBytes(offset, length)
      expect(isEqual(new Uint8Array(data), bytes.subarray(offset, offset + length)), `${offset}+${length}`).toBe(true)
    }
  }
})

it('[R-maps-04, R-maps-12] cut anywhere, the writing thread killed anywhere, paused anywhere: it goes on, and at most one piece comes twice each time', async () => {
  const random = numbers(seed + 1)
  for (const keepsFiles of ways) {
    const { maps, lay, made } = await aMapPhone(keepsFiles)
    const { database } = maps.doors
    for (let run = 0; run < 6; run += 1) {
      const title = `seed ${seed + 1}, run ${run}`
      const laid = await lay(10 + run)
      let [harms, most] = [0, 0]
      let pausing = new AbortController()
      const harmful = () => {
        if (harms >= 5 || random() > 0.5) return false
        harms += 1
        return true
      }
      maps.asked = 0
      maps.onTheWay = () => (harmful() ? { cutBehind: Math.floor(random() * 300_000) } : null)
      maps.atWrite = async (writer, write) => {
        if (!harmful()) return write()
        const kind = Math.floor(random() * 4)
        // Killed before it wrote, while it did, or after it and before anybody was told; or paused meanwhile.
        if (kind === 0) writer.end()
        const writing = write()
        if (kind === 1) writer.end()
        const wrote = await writing
        if (kind === 2) writer.end()
        if (kind === 3) pausing.abort()
        return kind === 2 ? { ok: false, why: 'broken' } : wrote
      }
      const ends: string[] = []
      while (ends.at(-1) !== 'whole') {
        expect(ends.length, `${title}: ${ends.join()}`).toBeLessThan(12)
        pausing = new AbortController()
        const ended = await fetchIt(maps, laid, () => undefined, pausing.signal)
        ends.push('code' in ended ? ended.code : ended.at)
        most = Math.max(most, Number((await database.meta.get('mapPieceBytes')) ?? 0))
      }
      expect(harms, title).toBeGreaterThan(0)
      expect(maps.asked, title).toBeLessThanOrEqual(laid.bytes + harms * most)
      expect(await tilesRead(maps, id, made(10 + run)), title).toEqual(whole)
      await nothingLeftOver(maps, 1)
      await deletePack(database, id)
      // Each begins with small pieces, as on a weak line.
      await database.meta.delete('mapPieceBytes')
    }
  }
})

it('[R-maps-04] a half whose bytes were damaged while it lay here is not taken for whole', async () => {
  for (const keepsFiles of ways) {
    const { maps, lay, made } = await aMapPhone(keepsFiles)
    const { database } = maps.doors
    const laid = await lay(1)
    const pausing = new AbortController()
    expect(await fetchIt(maps, laid, (got) => got > 0 && pausing.abort(), pausing.signal)).toEqual({ at: 'paused' })
    await damageHalf(maps)
    expect(await fetchIt(maps, laid)).toEqual({ at: 'refused', code: 'wrong-hash' })
    await nothingLeftOver(maps, 0)
    expect(await fetchIt(maps, laid)).toEqual({ at: 'whole' })
    expect(await tilesRead(maps, id, made(1))).toEqual(whole)
    // Of rows that are not all here any more nothing is believed: it begins anew.
    if (keepsFiles) continue
    await deletePack(database, id)
    await database.meta.delete('mapPieceBytes')
    await fetchIt(maps, laid, (got) => got > 300_000 && pauseAgain.abort(), pauseAgain.signal)
    await database.packBytes.toCollection().limit(1).delete()
    maps.asked = 0
    expect(await fetchIt(maps, laid)).toEqual({ at: 'whole' })
    expect(maps.asked).toBe(laid.bytes)
  }
})
const pauseAgain = new AbortController()

/** Another byte in what came of a pack, 1,000 from its start. */
const damageHalf = async ({ doors: { database } }: MapsOn): Promise<void> => {
  const [row] = await database.packs.toArray()
  if (row === undefined) throw new Error('no half is here')
  const [first] = await database.packBytes.toArray()
  if (first !== undefined) {
    const bytes = new Uint8Array(first.bytes)
    bytes[1000] = (bytes[1000] ?? 0) ^ 1
    await database.packBytes.put({ ...first, bytes: bytes.buffer })
    return
  }
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(`${database.name}-maps`)
  const handle = await folder.getFileHandle(row.file)
  const bytes = new Uint8Array(await (await handle.getFile()).slice(1000, 1001).arrayBuffer())
  const writing = await handle.createWritable({ keepExistingData: true })
  await writing.write({ type: 'write', position: 1000, data: new Uint8Array([(bytes[0] ?? 0) ^ 1]) })
  await writing.close()
}

it('[L7, R-maps-13] one changed byte is found: what came goes, it is said, and the pack that was here is drawn on', async () => {
  for (const keepsFiles of ways) {
    const { maps, lay, made } = await aMapPhone(keepsFiles)
    await fetchIt(maps, await lay(1))
    const newer = await lay(2)
    maps.onTheWay = (from) => (from > 0 ? { changeByte: 1000 } : null)
    expect(await fetchIt(maps, newer)).toEqual({ at: 'refused', code: 'wrong-hash' })
    expect(await tilesRead(maps, id, made(1))).toEqual(whole)
    await nothingLeftOver(maps, 1)
    maps.onTheWay = () => null
    expect(await fetchIt(maps, newer)).toEqual({ at: 'whole' })
    expect(await tilesRead(maps, id, made(2))).toEqual(whole)
    await nothingLeftOver(maps, 1)
  }
})

it('[L7, R-maps-13] a pack that changes at the endpoint while it comes is begun anew; the older one stays, and who draws from it goes over to the newer', async () => {
  const { maps, lay, made } = await aMapPhone()
  await fetchIt(maps, await lay(1))
  const opened = await openPack(maps.doors.database, id)
  if (!opened.ok) throw new Error(opened.why)
  const drawn = new PMTiles(opened.source)
  const tile = async () => new Uint8Array((await drawn.getZxy(2, 3, 1))?.data ?? new ArrayBuffer(0))
  expect(isEqual(await tile(), made(1).tiles.get('2/3/1') ?? new Uint8Array())).toBe(true)
  const second = await lay(2)
  const third: MapPack[] = []
  let waiting: Promise<unknown> = Promise.resolve()
  maps.atWrite = async (_, write) => {
    const wrote = await write()
    if (third.length === 0) waiting = lay(3).then((pack) => third.push(pack))
    await waiting
    return wrote
  }
  expect(await fetchIt(maps, second)).toEqual({ at: 'whole' })
  expect((await maps.doors.database.packs.toArray()).map(({ pack }) => pack.sha256)).toEqual([third[0]?.sha256])
  expect(await tilesRead(maps, id, made(3))).toEqual(whole)
  expect(isEqual(await tile(), made(3).tiles.get('2/3/1') ?? new Uint8Array())).toBe(true)
  // Whoever still holds the older one's directory gets none of the newer one's bytes.
  await expect(opened.source.getBytes(0, 10, never, second.sha256)).rejects.toThrow(EtagMismatch)
  await nothingLeftOver(maps, 1)
})

it('[R-maps-13] a line that lets no ranges through is no signal, and the whole is not read over it', async () => {
  const { maps, lay, made, world } = await aMapPhone()
  const laid = await lay(1)
  await fetchIt(maps, laid)
  const newer = await lay(2)
  maps.onTheWay = () => 'no-range'
  await maps.doors.database.meta.delete('mapPieceBytes')
  await world.forgetSeen()
  expect(await fetchIt(maps, newer)).toEqual({ at: 'no-signal' })
  expect((await world.seen()).map(({ path }) => path)).toEqual(['/api/maps/keng-du.pmtiles', '/api/maps'])
  // The piece that was asked for, and what shows that there is more.
  expect(maps.readInVain).toBe(256 * 1024 + 65_536)
  expect(await tilesRead(maps, id, made(1))).toEqual(whole)
  await nothingLeftOver(maps, 1)
})

it('[R-maps-13] no network, a captive portal, a busy endpoint and a pack that is no longer offered: each is said, and what came stays', async () => {
  const { maps, lay, world, phone } = await aMapPhone()
  const laid = await lay(1)
  const pausing = new AbortController()
  expect(await fetchIt(maps, laid, (got) => got > 0 && pausing.abort(), pausing.signal)).toEqual({ at: 'paused' })
  const came = (await phone.database.packs.toArray())[0]?.state
  expect(came).toMatchObject({ at: 'partial', got: 256 * 1024 })
  for (const fault of ['cut', 'captive', 'fail-500'] as const) {
    await world.rules([{ do: fault, times: 9 }])
    expect(await fetchIt(maps, laid), fault).toEqual({ at: 'no-signal' })
    expect(await askCatalogue(maps.doors, never), fault).toEqual({ at: 'no-signal' })
  }
  await world.rules([])
  await world.scope(phone.id, [myLy])
  expect(await fetchIt(maps, laid)).toEqual({ at: 'refused', code: 'not-offered' })
  expect(await askCatalogue(maps.doors, never)).toEqual({ at: 'offered', packs: [] })
  await world.scope(phone.id, [kengDu])
  expect((await phone.database.packs.toArray())[0]?.state).toEqual(came)
  maps.asked = 0
  expect(await fetchIt(maps, laid)).toEqual({ at: 'whole' })
  expect(maps.asked).toBe(laid.bytes - 256 * 1024)
  await world.revoke(phone.id, false)
  expect(await askCatalogue(maps.doors, never)).toEqual({ at: 'refused', code: 'revoked' })
})

it('[R-maps-05] what can’t be drawn here is refused at its first piece', async () => {
  const { maps, world } = await aMapPhone()
  const wished = { tileBytes: 90_000 }
  for (const [wish, code] of [
    [{ ...wished, compression: 4 }, 'unknown-compression'],
    [{ ...wished, type: 6 }, 'unknown-tiles'],
    [{ ...wished, type: 1 }, 'damaged'],
  ] as const) {
    const piece = (await maps.doors.database.meta.get('mapPieceBytes')) ?? 256 * 1024
    maps.asked = 0
    const laid = (await world.layPack(id, [kengDu], 1, wish)) as MapPack
    expect(await fetchIt(maps, laid)).toEqual({ at: 'refused', code })
    expect(maps.asked).toBe(piece)
    await nothingLeftOver(maps, 0)
  }
})

it('[R-maps-14] a person deletes a pack, whole, half or just coming, and its bytes are gone', async () => {
  for (const keepsFiles of ways) {
    const { maps, lay, made } = await aMapPhone(keepsFiles)
    const { database } = maps.doors
    const laid = await lay(1)
    await fetchIt(maps, laid)
    await database.meta.delete('mapPieceBytes')
    expect(await deletePack(database, id)).toBe(true)
    expect(await deletePack(database, id)).toBe(false)
    expect(await openPack(database, id)).toEqual({ ok: false, why: 'not-here' })
    await nothingLeftOver(maps, 0)
    const deletedAt = { got: 0 }
    const deleting = (got: number) => {
      if (got === 0 || deletedAt.got > 0) return
      deletedAt.got = got
      void deletePack(database, id)
    }
    maps.asked = 0
    expect(await fetchIt(maps, laid, deleting)).toEqual({ at: 'refused', code: 'deleted' })
    expect(maps.asked).toBeLessThan(laid.bytes)
    await nothingLeftOver(maps, 0)
    expect(await fetchIt(maps, laid)).toEqual({ at: 'whole' })
    expect(await tilesRead(maps, id, made(1))).toEqual(whole)
  }
})

it('[I8, R-maps-14] with its book, and by an order to wipe, a pack goes at once; one that other books need stays', async () => {
  for (const keepsFiles of ways) {
    const { maps, lay, world } = await aMapPhone(keepsFiles)
    const { database } = maps.doors
    await fetchIt(maps, await lay(1))
    const both = (await world.layPack('both', [kengDu, myLy], 2, {})) as MapPack
    await fetchIt(maps, both)
    await askCatalogue(maps.doors, never)
    await forgetBooks(database, [myLy])
    expect((await database.packs.toArray()).map(({ pack }) => pack.id)).toEqual(['both'])
    expect(await keptCatalogue(database)).toBeNull()
    await nothingLeftOver(maps, 1)
    await askCatalogue(maps.doors, never)
    await wipeOthers(database, 1)
    expect(await keptCatalogue(database)).toBeNull()
    await nothingLeftOver(maps, 0)
    // One that was being written when the order came.
    const coming = fetchIt(maps, await lay(1), (got) => void (got > 0 && wipeOwn(database, 1)))
    expect(await coming).toMatchObject({ at: 'refused' })
    await nothingLeftOver(maps, 0)
  }
})

it('[R-maps-12] two tabs don’t fetch at once: the second is told so, and nothing of the first is lost', async () => {
  const { maps, lay, made } = await aMapPhone()
  const laid = await lay(1)
  const other: unknown[] = []
  const first = fetchIt(maps, laid, (got) => {
    if (got > 0 && other.length === 0) other.push(fetchIt(maps, laid))
  })
  expect(await first).toEqual({ at: 'whole' })
  expect(await other[0]).toEqual({ at: 'refused', code: 'elsewhere' })
  expect(await tilesRead(maps, id, made(1))).toEqual(whole)
})

it('[R-maps-15] a pack whose file the browser let go is said to be lost, once, and comes again; half of one begins anew', async () => {
  const { maps, lay, made } = await aMapPhone()
  const { database } = maps.doors
  const laid = await lay(1)
  const letGo = async () => {
    const root = await navigator.storage.getDirectory()
    await root.removeEntry(`${database.name}-maps`, { recursive: true })
  }
  await fetchIt(maps, laid)
  await letGo()
  expect(await openPack(database, id)).toEqual({ ok: false, why: 'lost' })
  expect(await openPack(database, id)).toEqual({ ok: false, why: 'not-here' })
  const pausing = new AbortController()
  await fetchIt(maps, laid, (got) => got > 0 && pausing.abort(), pausing.signal)
  await letGo()
  maps.asked = 0
  expect(await fetchIt(maps, laid)).toEqual({ at: 'whole' })
  expect(maps.asked).toBe(laid.bytes)
  expect(await tilesRead(maps, id, made(1))).toEqual(whole)
})
