import { expect, it, onTestFinished } from 'vitest'
import { chanceOf } from '../../src/endpoint/demo/chance.ts'
import { startEndpoint } from '../end-to-end/support/endpointProcess.ts'
import { figure, stopwatch } from '../support/figure.ts'
import { seedOf, size } from '../support/size.ts'
import { sha256Hex, TestDevice } from '../support/testDevice.ts'
import { aSeededPicture } from './support/aSeededPicture.ts'
import { killable } from './support/killable.ts'
import { checkFolder, nothingReceipted, type Receipted } from './support/receipted.ts'
import { sendInPieces } from './support/sendInPieces.ts'
import { writeUntil } from './support/writer.ts'

const communes = ['40-417-16822', '40-417-16816', '40-417-16831']
const bookOf = (at: number) => communes[at % communes.length] ?? ''
const pause = (ms: number) => new Promise((turn) => setTimeout(turn, ms))
/** Endpoints beside each other, one a core: what costs most is that they start. */
const houses = 2

/** Some work was done since the last kill, whatever the machine has to do; for two seconds at most. */
const moreReceipted = async ({ entries }: Receipted, more: number): Promise<void> => {
  const enough = entries.size + more
  for (let turn = 0; turn < 200 && entries.size < enough; turn += 1) await pause(10)
}

/** One after the other: a recorder's phone each, enrolled by an invite that an admin asked for. */
const enrolMany = async (endpoint: Awaited<ReturnType<typeof startEndpoint>>, count: number): Promise<TestDevice[]> => {
  const admin = await TestDevice.enrolled(endpoint.url, endpoint.invite('Quản', 'admin', []).code)
  const devices: TestDevice[] = []
  for (let at = 0; at < count; at += 1) {
    const json = { person: { name: `Lan ${at}` }, role: 'recorder', books: [bookOf(at)] }
    const { body } = await admin.request<{ code: string }>('POST', '/api/admin/invites', { json })
    devices.push(await TestDevice.enrolled(endpoint.url, body.code))
  }
  return devices
}

it('[I3, R-kill-01] killed at random moments under eight writers, the endpoint keeps all that it receipted, photos too', async () => {
  const took = stopwatch()
  const seed = seedOf('kill -9 of the endpoint', 5_01)
  const kills = size(50, 200)
  const seen = nothingReceipted()
  const starts: number[] = []
  const oneHouse = async (nth: number): Promise<{ lost: string[]; double: string[] }> => {
    const endpoint = await startEndpoint()
    onTestFinished(endpoint.remove)
    const house = killable(endpoint)
    const chance = chanceOf(`${seed} house ${nth}`)
    const devices = await enrolMany(endpoint, 8)
    const mine = nothingReceipted()
    let over = false
    let wrong: unknown = null
    const writing = devices.map((device, at) =>
      writeUntil(device, bookOf(at), {
        house,
        chance: chanceOf(`${seed} writer ${nth} ${at}`),
        seen: mine,
        enough: () => over,
      }).catch((error: unknown) => {
        wrong ??= error
        house.giveUp()
      }),
    )
    for (let kill = nth; kill < kills && wrong === null; kill += houses) {
      await moreReceipted(mine, chance.between(0, 15))
      await pause(chance.between(0, 40))
      await house.killAndStart()
    }
    over = true
    await Promise.all(writing)
    await endpoint.kill()
    const found = await checkFolder(endpoint.dir, mine)
    if (wrong !== null) throw wrong
    for (const [id, hash] of mine.entries) seen.entries.set(id, hash)
    for (const sha256 of mine.photos) seen.photos.add(sha256)
    starts.push(...house.starts)
    return found
  }
  const found = await Promise.all(Array.from({ length: houses }, (_, nth) => oneHouse(nth)))
  expect(found).toEqual(found.map(() => ({ lost: [], double: [] })))
  expect(starts).toHaveLength(kills)
  expect(seen.entries.size).toBeGreaterThan(kills)
  expect(seen.photos.size).toBeGreaterThan(kills / 10)
  const counts = {
    kills,
    'writers at each of two endpoints': 8,
    'entries receipted': seen.entries.size,
    'photos and previews receipted': seen.photos.size,
    'lost of them': 0,
    double: 0,
    'slowest start, s (aim 2)': Math.max(...starts).toFixed(2),
  }
  figure({ line: 5, test: 'Kill -9 of the endpoint', seed, counts, seconds: took() })
})

it('[L2, I3, R-kill-02] photos cut at random offsets, the endpoint killed too: at most one piece is sent again, the hash is equal', async () => {
  const took = stopwatch()
  const seed = seedOf('photos cut', 14_01)
  const photos = size(200, 2_000)
  /** So many lines are cut before the endpoint is killed once. */
  const perKill = 40
  const piece = 16 * 1024
  const lanes = 4
  const endpoint = await startEndpoint()
  onTestFinished(endpoint.remove)
  const house = killable(endpoint)
  const devices = await enrolMany(endpoint, lanes)
  const seen = nothingReceipted()
  const again: number[] = []
  let cuts = 0
  let killing: Promise<void> | null = null
  const oneLane = async (lane: number): Promise<void> => {
    const device = devices[lane] as TestDevice
    const chance = chanceOf(`${seed} lane ${lane}`)
    for (let photo = lane; photo < photos; photo += lanes) {
      const bytes = aSeededPicture(`${seed} ${photo}`, chance.between(20_000, 120_000))
      let left = chance.between(1, 3)
      const sent = await sendInPieces(device, bytes, 'evidence', {
        piece,
        up: house.up,
        cut: (length) => {
          // The last piece comes sooner or later, so each photo is cut at least once.
          if (left === 0 || (length === piece && chance.happens(0.4))) return null
          left -= 1
          cuts += 1
          if (cuts % perKill === 0 && killing === null)
            killing = pause(chance.between(0, 20))
              .then(house.killAndStart)
              .finally(() => (killing = null))
          return chance.between(0, length)
        },
      })
      again.push(...sent.again)
      seen.photos.add(sha256Hex(bytes))
    }
  }
  const lanesEnded = await Promise.allSettled(
    Array.from({ length: lanes }, (_, lane) =>
      oneLane(lane).catch((error: unknown) => {
        house.giveUp()
        throw error
      }),
    ),
  )
  await killing
  await endpoint.kill()
  const found = await checkFolder(endpoint.dir, seen)
  expect(lanesEnded.filter(({ status }) => status === 'rejected')).toEqual([])
  expect(found).toEqual({ lost: [], double: [] })
  expect(seen.photos.size).toBe(photos)
  expect(cuts).toBeGreaterThanOrEqual(photos)
  expect(again.filter((bytes) => bytes > piece)).toEqual([])
  const counts = {
    photos,
    'lines cut': cuts,
    kills: house.starts.length,
    'most sent again, bytes (a piece has 16,384)': Math.max(...again),
    'whole, hash equal': seen.photos.size,
  }
  figure({ line: 14, test: 'Photos cut', seed, counts, seconds: took() })
})
