import type {} from '@vitest/browser-playwright'
import { afterEach, expect, it, vi } from 'vitest'
import { cdp } from 'vitest/browser'
import { downloadPack } from '../../../src/app/map/downloadPack.ts'
import { takeInPack } from '../../../src/app/map/takeInPack.ts'
import { freePictures } from '../../../src/app/store/freePictures.ts'
import { fillReserve, reserveIsWhole } from '../../../src/app/store/reserve.ts'
import type { MapPack } from '../../../src/domain/maps/mapPack.ts'
import { aPack } from '../../support/aPack.ts'
import { aPhone } from '../support/aPhone.ts'
import { aFile, mapsOn, packBytesOn, tilesRead } from '../support/mapsOn.ts'
import { kengDu, openWorld } from '../support/world.ts'

const id = 'keng-du'
const never = new AbortController().signal
const whole = { equal: 21, other: 0 }

/** The browser's own quota for this origin; null: what it would be by itself. */
const setQuota = (quotaSize: number | null) =>
  cdp().send('Storage.overrideQuotaForOrigin', {
    origin: location.origin,
    ...(quotaSize === null ? {} : { quotaSize }),
  })
afterEach(async () => {
  vi.restoreAllMocks()
  await setQuota(null)
})

const used = async () => (await navigator.storage.estimate()).usage ?? 0

const aMapPhone = async (keepsFiles: boolean) => {
  const world = await openWorld()
  const phone = await aPhone(world)
  const maps = mapsOn(phone)
  maps.keepsFiles = keepsFiles
  await phone.note('một')
  await fillReserve(phone.database)
  const older = (await world.layPack(id, [kengDu], 1, { tileBytes: 90_000 })) as MapPack
  await downloadPack(maps.doors, older, () => undefined, never)
  const newer = (await world.layPack(id, [kengDu], 2, { tileBytes: 400_000 })) as MapPack
  return { phone, maps, newer }
}

// A quota must be set before the browser looks at it: for half a minute it goes by what it saw. So these two come first.
for (const keepsFiles of [false, true]) {
  const where = keepsFiles ? 'files' : 'rows'

  it(`[L8, I4, R-maps-16] kept in ${where}: on a disk that is fuller than the browser says what came is let go; entries, their room and the map that was here stay`, async () => {
    await setQuota((await used()) + 12_000_000)
    const { phone, maps, newer } = await aMapPhone(keepsFiles)
    const before = await phone.database.own.toArray()
    expect(await downloadPack(maps.doors, newer, () => undefined, never)).toEqual({ at: 'refused', code: 'full' })
    expect(maps.asked).toBeGreaterThan(1_000_000)
    const file = aFile(aPack(3, { tileBytes: 400_000 }).bytes)
    const taking = { centres: new Map(), isTheArea: async () => true, told: () => undefined, signal: never }
    expect(await takeInPack(maps.doors, file, taking)).toEqual({ at: 'refused', code: 'full' })
    const { files, packs } = await packBytesOn(maps)
    expect([packs.length, Object.keys(files).length]).toEqual([1, keepsFiles ? 1 : 0])
    expect(await reserveIsWhole(phone.database)).toBe(true)
    expect(await phone.database.own.toArray()).toEqual(before)
    await phone.note('hai')
    // Room is made of pictures alone: a map goes only when a person says so.
    await freePictures(phone.database, 'received')
    expect(await tilesRead(maps, id, aPack(1, { tileBytes: 90_000 }))).toEqual(whole)
  })
}

/** What the browser says of its room; Chromium says 10 GiB whatever is true. */
const says = (free: () => number) =>
  vi.spyOn(navigator.storage, 'estimate').mockImplementation(async () => ({ usage: 5, quota: 5 + free() }))

for (const keepsFiles of [true, false]) {
  const where = keepsFiles ? 'files' : 'rows'

  it(`[L8, R-maps-16] kept in ${where}: a map stops before the room that records need; what came stays, and goes on when there is room`, async () => {
    const { phone, maps, newer } = await aMapPhone(keepsFiles)
    maps.asked = 0
    let free = 20_000_000 + newer.bytes - 1
    says(() => free)
    expect(await downloadPack(maps.doors, newer, () => undefined, never)).toEqual({ at: 'refused', code: 'no-room' })
    expect(maps.asked).toBe(0)
    free += 1
    // Other apps fill the phone meanwhile.
    const filling = (got: number) => {
      if (got > 0) free = 20_000_000
    }
    expect(await downloadPack(maps.doors, newer, filling, never)).toEqual({ at: 'refused', code: 'no-room' })
    const half = (await phone.database.packs.toArray()).find(({ state }) => state.at === 'partial')
    const got = half?.state.at === 'partial' ? half.state.got : 0
    expect(got).toBeGreaterThan(0)
    expect(await tilesRead(maps, id, aPack(1, { tileBytes: 90_000 }))).toEqual(whole)
    free = 20_000_000 + newer.bytes
    const told: number[] = []
    expect(await downloadPack(maps.doors, newer, (bytes) => told.push(bytes), never)).toEqual({ at: 'whole' })
    expect(told[0]).toBe(got)
    expect(await tilesRead(maps, id, aPack(2, { tileBytes: 400_000 }))).toEqual(whole)
  })
}
