import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { backup, restore } from '../../src/endpoint/admin/backup.ts'
import { verifyBooks } from '../../src/endpoint/admin/verifyBooks.ts'
import { openOnlineTiles } from '../../src/endpoint/maps/onlineTiles.ts'
import { sayOnce } from '../../src/endpoint/maps/sayOnce.ts'
import { onlineTileMostBytes } from '../../src/wire/messages/maps.ts'
import { aPicture } from '../support/aPicture.ts'
import { aTile } from '../support/aTile.ts'
import type { TestDevice } from '../support/testDevice.ts'
import { kengDu, startTestEndpoint, type TestEndpoint } from '../support/testEndpoint.ts'
import { layOnline, startTileServer, type TileServer } from '../support/tileServer.ts'

let endpoint: TestEndpoint
let server: TileServer
let maps: string
let lan: TestDevice
const work = mkdtempSync(join(tmpdir(), 'mai-am-online-'))
const green = aTile([30, 120, 60])
const sends =
  (bytes: Uint8Array, type = 'image/png', status = 200) =>
  (response: ServerResponse) => {
    response.writeHead(status, { 'content-type': type }).end(bytes)
  }
beforeAll(async () => {
  endpoint = await startTestEndpoint()
  maps = join(endpoint.dir, 'maps')
  server = await startTileServer(sends(green))
  lan = await endpoint.device('recorder', [kengDu])
})
beforeEach(() => {
  rmSync(maps, { recursive: true, force: true })
  server.answer = sends(green)
  server.asked.length = 0
})
afterAll(async () => {
  await server.close()
  await endpoint.close()
  rmSync(work, { recursive: true, force: true })
})

/** A template of this server; each story has its own, so that nothing is remembered from another. */
const tilesOf = (story: string) => `${server.url}/${story}/{z}/{x}/{y}.png?key=secret`
const offered = (device: TestDevice) => device.request('GET', '/api/maps/online')
const tile = (device: TestDevice, place: string) => device.request<Buffer>('GET', `/api/maps/online/${place}`)
/** Status, code and that it was signed. */
const refusal = async (device: TestDevice, place: string) => {
  const { status, body, answerIsRight } = await tile(device, place)
  return [status, (body as unknown as { error?: string }).error, answerIsRight]
}
const linesSaid = () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  return {
    lines: () => said.mock.calls.map(([text]) => String(text)),
    restore: () => said.mockRestore(),
  }
}

it('[R-maps-17] by default there is no map on the net: none is offered, and nobody is asked', async () => {
  const none = await offered(lan)
  expect([none.status, none.body.error, none.answerIsRight]).toEqual([404, 'not-found', true])
  expect(await refusal(lan, '10/800/450')).toEqual([404, 'not-found', true])
  layOnline(maps, tilesOf('none'))
  rmSync(join(maps, 'online.json'))
  expect((await offered(lan)).status).toBe(404)
  expect(server.asked).toEqual([])
})

it('[R-maps-17] a map that the office laid in is offered without its address, and is no pack', async () => {
  const { lines, restore } = linesSaid()
  layOnline(maps, tilesOf('offered'))
  const { status, body, answerIsRight } = await offered(lan)
  expect([status, answerIsRight]).toEqual([200, true])
  expect(body).toEqual({ title: 'Ảnh vệ tinh', attribution: '© Người chụp thử', minzoom: 6, maxzoom: 16 })
  expect((await lan.request('GET', '/api/maps')).body).toEqual([])
  expect((await lan.request('GET', '/api/maps/online.pmtiles')).status).toBe(404)
  expect(lines()).toEqual([])
  restore()
})

it('[R-maps-17] a tile comes byte for byte, signed, for no cache of the phone; its server hears of the project, not of the phone', async () => {
  layOnline(maps, tilesOf('whole'))
  const kinds = [
    [green, 'image/png', 'image/png'],
    [aPicture(1, 3000, 256, 256), 'image/jpg', 'image/jpeg'],
  ] as const
  for (const [at, [bytes, said, mime]] of kinds.entries()) {
    server.answer = sends(bytes, said)
    const { status, body, headers, answerIsRight } = await tile(lan, `10/80${at}/450`)
    expect([status, answerIsRight, headers.get('content-type')]).toEqual([200, true, mime])
    expect(body.equals(bytes)).toBe(true)
    expect([headers.get('cache-control'), headers.get('x-content-type-options')]).toEqual(['no-store', 'nosniff'])
    expect(headers.get('content-security-policy')).toContain("connect-src 'self'")
  }
  const [first] = server.asked
  expect(first?.path).toBe('/whole/10/800/450.png?key=secret')
  expect(first?.headers['user-agent']).toContain('MaiAm')
  const names = Object.keys(first?.headers ?? {})
  expect(names.filter((name) => /authorization|cookie|referer|forwarded|origin|x-/.test(name))).toEqual([])
  // Looked at again, also by another phone, it is not asked for again.
  const hung = await endpoint.device('inspector', [kengDu], 'Hùng')
  expect((await tile(hung, '10/800/450')).body.equals(green)).toBe(true)
  expect(server.asked).toHaveLength(2)
  endpoint.clock.aheadMs = 25 * 3_600_000
  hung.skewSeconds = 25 * 3600
  await tile(hung, '10/800/450')
  endpoint.clock.aheadMs = 0
  expect(server.asked).toHaveLength(3)
})

it('[R-maps-17] what is no tile of the map is asked of nobody: other zooms, beyond the edge, no whole number, a way out', async () => {
  layOnline(maps, tilesOf('places'))
  const places = ['5/1/1', '17/1/1', '10/1024/0', '10/0/1024', '10/-1/0', '10/1.5/0', '1e1/0/0', '010/0/0', '10/%2B1/0']
  for (const place of [...places, '10/0/..%2F..%2Fsecret', '10/0/0.png', '10/0/%7By%7D', '10/0/99999999999999999999'])
    expect([place, await refusal(lan, place)]).toEqual([place, [404, 'not-found', true]])
  expect((await tile(lan, '10/0/..')).status).toBe(404)
  expect((await tile(lan, '10/1023/1023')).status).toBe(200)
  expect(server.asked.map(({ path }) => path)).toEqual(['/places/10/1023/1023.png?key=secret'])
})

it('[R-maps-17] a page for a picture, one too large, one that unpacks to too much, a redirection, a refusal: none is passed on, each is said once', async () => {
  const { lines, restore } = linesSaid()
  layOnline(maps, tilesOf('hostile'))
  const elsewhere = await startTileServer(sends(green))
  const tooLarge = Buffer.concat([green, Buffer.alloc(onlineTileMostBytes)])
  const hostile: { [says: string]: TileServer['answer'] } = {
    'what is no tile': sends(Buffer.from('<html><script>alert(1)</script></html>'), 'image/png'),
    'more than 524288 bytes': sends(tooLarge),
    'no tile in PNG, JPEG or WebP': sends(aTile([1, 2, 3], 1200)),
    'answers 302': (response) => response.writeHead(302, { location: `${elsewhere.url}/1/1/1.png` }).end(),
    'answers 403': sends(Buffer.from('no key'), 'text/plain', 403),
    'be reached': (response) => response.destroy(),
  }
  for (const [at, [says, answer]] of Object.entries(hostile).entries()) {
    server.answer = answer
    for (const times of [1, 2])
      expect([says, times, await refusal(lan, `10/${at}/0`)]).toEqual([says, times, [502, 'map-server', true]])
    expect(lines().length, says).toBe(at + 1)
    expect(lines().at(-1)).toContain(says)
  }
  expect(elsewhere.asked).toEqual([])
  expect(lines().join()).not.toMatch(/secret|127\.0\.0\.1/)
  // What has no picture there is no fault; and afterwards all is well again.
  server.answer = sends(Buffer.alloc(0), 'text/plain', 404)
  expect(await refusal(lan, '10/9/0')).toEqual([404, 'not-found', true])
  server.answer = sends(green)
  expect((await tile(lan, '10/0/0')).body.equals(green)).toBe(true)
  await elsewhere.close()
  restore()
})

it('[R-maps-17] a server that does not answer is given up, and at most eight questions wait for it at once', async () => {
  const held: ServerResponse[] = []
  server.answer = (response) => void held.push(response)
  layOnline(maps, tilesOf('slow'))
  const lines: string[] = []
  const say = sayOnce((line) => lines.push(line))
  const patient = openOnlineTiles({ dir: maps, say, now: Date.now, timeoutMs: 100_000 })
  const asked = Array.from({ length: 20 }, (_, x) => patient.tile({ z: 10, x, y: 0 }))
  for (let answered = 0; answered < 20; answered += 1) {
    await expect.poll(() => held.length).toBe(Math.min(20, answered + 8))
    sends(green)(held[answered] as ServerResponse)
  }
  for (const one of await Promise.all(asked)) expect(one.at).toBe('picture')
  expect(lines).toEqual([])
  const hasty = openOnlineTiles({ dir: maps, say, now: Date.now, timeoutMs: 50 })
  const late = await Promise.all([0, 1, 2].map((x) => hasty.tile({ z: 10, x, y: 1 })))
  expect(late).toEqual(late.map(() => ({ at: 'fault', says: 'does not answer in time' })))
  // A picture that begins and never ends is no better.
  server.answer = (response) =>
    void response.writeHead(200, { 'content-type': 'image/png' }).write(green.subarray(0, 99))
  expect(await hasty.tile({ z: 10, x: 9, y: 1 })).toEqual({ at: 'fault', says: 'does not answer in time' })
  expect(lines).toHaveLength(1)
  server.answer = sends(green)
  expect((await patient.tile({ z: 10, x: 0, y: 1 })).at).toBe('picture')
})

it('[R-maps-17] neither a device whose rights were taken back, nor one that waits, nor a stranger gets a tile', async () => {
  layOnline(maps, tilesOf('who'))
  const { db } = endpoint.books
  const [revoked, waiting] = [await endpoint.device('district'), await endpoint.device('recorder', [kengDu])]
  await db.updateTable('devices').set({ revokedAt: 1 }).where('id', '=', revoked.id).execute()
  await db.updateTable('devices').set({ confirmed: 0 }).where('id', '=', waiting.id).execute()
  expect((await offered(revoked)).body).toMatchObject({ error: 'revoked' })
  expect(await refusal(revoked, '10/1/1')).toEqual([403, 'revoked', true])
  expect((await offered(waiting)).status).toBe(404)
  expect(await refusal(waiting, '10/1/1')).toEqual([404, 'not-found', true])
  for (const path of ['online', 'online/10/1/1'])
    expect((await fetch(`${endpoint.url}/api/maps/${path}`)).status).toBe(401)
  expect(server.asked).toEqual([])
})

it('[R-maps-17] a wrong file configures nothing, and is said once; a mended one counts at once', async () => {
  const { lines, restore } = linesSaid()
  mkdirSync(maps, { recursive: true })
  const file = join(maps, 'online.json')
  const wrong: { [says: string]: () => void } = {
    'no map (JSON': () => writeFileSync(file, '{ "title": '),
    title: () => layOnline(maps, tilesOf('x'), { title: '' }),
    'minzoom is greater': () => layOnline(maps, tilesOf('x'), { minzoom: 9, maxzoom: 8 }),
    'lacks {y}': () => layOnline(maps, 'https://host.example/{z}/{x}.png?key=secret'),
    'https://': () => layOnline(maps, 'http://host.example/{z}/{x}/{y}.png?key=secret'),
  }
  for (const [at, [says, lay]] of Object.entries(wrong).entries()) {
    lay()
    for (let times = 0; times < 2; times += 1) {
      expect((await offered(lan)).status).toBe(404)
      expect((await tile(lan, '10/1/1')).status).toBe(404)
    }
    expect(lines().length, says).toBe(at + 1)
    expect(lines().at(-1)).toContain(says)
  }
  expect(lines().join()).not.toContain('secret')
  await expect(verifyBooks(endpoint.books)).rejects.toThrow('online.json configures no map')
  expect(server.asked).toEqual([])
  layOnline(maps, tilesOf('mended'))
  expect((await offered(lan)).status).toBe(200)
  expect((await tile(lan, '10/1/1')).status).toBe(200)
  restore()
})

it('[R-maps-17, R-maps-03] a backup holds the map that is configured; a wrong one is named and keeps no backup from being made', async () => {
  const { lines, restore: quiet } = linesSaid()
  layOnline(maps, tilesOf('kept'))
  const to = join(work, 'b.tar.gz')
  await backup(endpoint.books, to, Date.now())
  await restore(to, join(work, 'restored'), Date.now())
  const line = JSON.parse(readFileSync(join(work, 'restored', 'maps', 'online.json'), 'utf8')) as object
  expect(line).toMatchObject({ title: 'Ảnh vệ tinh', url: tilesOf('kept') })
  layOnline(maps, 'ftp://host.example/{z}/{x}/{y}')
  await backup(endpoint.books, to, Date.now())
  expect(lines().join()).toContain('online.json is not in the backup')
  await restore(to, join(work, 'without'), Date.now())
  expect(existsSync(join(work, 'without', 'maps', 'online.json'))).toBe(false)
  quiet()
})
