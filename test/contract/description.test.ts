import { join } from 'node:path'
import Ajv2020 from 'ajv/dist/2020.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { type OpenApi, openApi } from '../../src/endpoint/description/openApi.ts'
import { buildServer } from '../../src/endpoint/routes/server.ts'
import { openShelf } from '../../src/endpoint/shelf/shelf.ts'
import { aPack } from '../support/aPack.ts'
import { aPicture } from '../support/aPicture.ts'
import { aTile } from '../support/aTile.ts'
import { layPack } from '../support/layPack.ts'
import { type Answer, sha256Hex, TestDevice } from '../support/testDevice.ts'
import { kengDu, muongLong, startTestEndpoint, type TestEndpoint } from '../support/testEndpoint.ts'
import { layOnline, startTileServer } from '../support/tileServer.ts'

let endpoint: TestEndpoint
beforeAll(async () => {
  endpoint = await startTestEndpoint()
})
afterAll(() => endpoint.close())

/** The routes a server has, from its own tree: `GET /api/photos/{sha256}`. HEADs that come with a GET are left out. */
const routesOf = async (): Promise<string[]> => {
  const { books, keys, dir } = endpoint
  const app = await buildServer({ books, keys, shelf: await openShelf(dir), now: Date.now, origin: null }, '/none')
  await app.ready()
  const parents: string[] = []
  const routes = app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', part = '', methods = ''] = /^([│ ]*)[├└]── (\S+) \(([^)]+)\)/.exec(line) ?? []
      const depth = indent.length / 4
      parents.length = depth
      parents[depth] = part
      const path = parents.join('').replace(/:(\w+)/g, '{$1}')
      return methods === '' ? [] : methods.split(', ').map((method) => `${method} ${path}`)
    })
  await app.close()
  return routes
}

it('[R-wire-05] every route that the server has stands in the description, and the reverse', async () => {
  const { paths } = openApi()
  const said = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const routes = await routesOf()
  const bySelf = (route: string) =>
    route.startsWith('HEAD ') && !said.includes(route) && said.includes(route.replace('HEAD', 'GET'))
  expect(routes.filter((route) => !bySelf(route)).sort()).toEqual(said.sort())
  expect(said.length).toBeGreaterThan(20)
})

it('[R-wire-05] the description is served whole, every reference leads somewhere, and its shapes are JSON Schema', async () => {
  const answer = await fetch(`${endpoint.url}/api/openapi.json`)
  const document = (await answer.json()) as OpenApi
  expect([answer.status, document.openapi]).toEqual([200, '3.1.1'])
  expect(document).toEqual(JSON.parse(JSON.stringify(openApi())))
  const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
    ([, name]) => name ?? '',
  )
  expect(refs.filter((name) => !(name in document.components.schemas))).toEqual([])
  expect(new Set(refs).size).toBeGreaterThan(25)
  const ajv = validator(document)
  for (const name of Object.keys(document.components.schemas)) ajv(name, {})
})

it('[R-wire-05, R-wire-04] the page to read names every path and shape, and keeps the strict policy', async () => {
  const answer = await fetch(`${endpoint.url}/api/docs`)
  const page = await answer.text()
  const { paths, components } = openApi()
  expect(Object.keys(paths).filter((path) => !page.includes(path))).toEqual([])
  expect(Object.keys(components.schemas).filter((name) => !page.includes(`id="shape-${name}"`))).toEqual([])
  expect(page).not.toMatch(/<script|<style| style=| on\w+=/)
  expect(answer.headers.get('content-security-policy')).toContain("style-src 'self'")
  const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
  expect(links.filter((id) => !page.includes(`id="${id}"`))).toEqual([])
  const style = await fetch(`${endpoint.url}/api/docs.css`)
  expect([style.status, style.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8'])
})

/** Says what is wrong with a value against a named shape; nothing is right. */
const validator = (document: OpenApi) => {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  ajv.addSchema({ $id: 'document', components: document.components }, 'document')
  return (name: string, value: unknown) => {
    const check = ajv.getSchema(`document#/components/schemas/${name}`)
    if (check === undefined) throw new Error(`no shape ${name}`)
    return check(value) ? [] : (check.errors ?? [])
  }
}

it('[R-wire-05] real answers are what the description says, and say nothing that it does not', async () => {
  const documents = [openApi('open'), openApi('exact')].map((document) => ({ document, wrong: validator(document) }))
  const seen = new Set<string>()
  const asSaid = (method: string, path: string, { status, body }: { status: number; body: unknown }) => {
    for (const { document, wrong } of documents) {
      const responses = document.paths[path]?.[method.toLowerCase()]?.responses ?? {}
      const response = responses[status] ?? (status >= 400 ? responses.default : undefined)
      expect([path, status, response === undefined]).toEqual([path, status, false])
      const { $ref } = (response?.content?.['application/json']?.schema ?? {}) as { $ref?: string }
      if ($ref !== undefined)
        expect([path, status, wrong($ref.split('/').at(-1) ?? '', body)]).toEqual([path, status, []])
    }
    seen.add(`${method} ${path} ${status}`)
  }
  const ask = async (
    device: TestDevice,
    method: string,
    path: string,
    options: object = {},
    real = path,
  ): Promise<Answer> => {
    const answer = await device.request<unknown>(method, real, options)
    asSaid(method, path, answer)
    return answer
  }

  const health = await fetch(`${endpoint.url}/api/health`)
  asSaid('GET', '/api/health', { status: health.status, body: await health.json() })
  const admin = await endpoint.device('admin', [], 'An')
  const invited = await ask(admin, 'POST', '/api/admin/invites', {
    json: { person: { name: 'Lan' }, role: 'recorder', books: [kengDu] },
  })
  const lan = await TestDevice.make(endpoint.url)
  asSaid('POST', '/api/enrol', await lan.enrol((invited.body as { code: string }).code))
  asSaid('POST', '/api/enrol', await (await TestDevice.make(endpoint.url)).enrol('wrong'))
  const note = (book = kengDu) => lan.entry(book, 'note.added', uuid7(Date.now()), { text: 'ghi' })
  const push = (asked: object = {}) => ask(lan, 'POST', '/api/sync', { json: { protocol: 1, ...asked } })
  const foreign = note(muongLong)
  await push({ push: [note(), foreign, 'nothing'], pull: { [kengDu]: 0, other: 0 } })
  await push({ pull: { [kengDu]: 0 }, back: [{ epoch: 'x', book: kengDu, from: 1, to: 0, entries: [], seal: 'AA' }] })
  await push({ protocol: 2, push: [note()], pull: {} })
  await push({ epoch: 'other', push: [note()], pull: {} })
  await push({ push: 1 })
  await push({ push: Array.from({ length: 501 }, () => 0) })
  lan.skewSeconds = 5000
  await push()
  lan.skewSeconds = 0
  layPack(join(endpoint.dir, 'maps'), 'keng-du', aPack(1).bytes, [kengDu])
  await ask(lan, 'GET', '/api/maps')
  const pack = '/api/maps/{id}.pmtiles'
  for (const headers of [{}, { range: 'bytes=0-9' }, { 'if-none-match': '*' }, { range: 'bytes=9999999-' }])
    await ask(lan, 'GET', pack, { headers }, '/api/maps/keng-du.pmtiles')
  await ask(lan, 'HEAD', pack, {}, '/api/maps/keng-du.pmtiles')
  await ask(lan, 'GET', pack, {}, '/api/maps/none.pmtiles')
  await ask(lan, 'GET', '/api/maps/online')
  const tiles = await startTileServer((response, path) =>
    response.end(path.endsWith('/0') ? 'a page' : aTile([9, 9, 9])),
  )
  layOnline(join(endpoint.dir, 'maps'), `${tiles.url}/{z}/{x}/{y}`)
  await ask(lan, 'GET', '/api/maps/online')
  for (const [place, status] of [
    ['9/1/1', 200],
    ['9/1/0', 502],
    ['1/1/1', 404],
  ])
    expect((await ask(lan, 'GET', '/api/maps/online/{z}/{x}/{y}', {}, `/api/maps/online/${place}`)).status).toBe(status)
  await tiles.close()
  await ask(admin, 'GET', '/api/admin/devices')
  const held = await ask(admin, 'GET', '/api/admin/held')
  const [row] = held.body as { id: string }[]
  await ask(admin, 'POST', '/api/admin/held/{id}/admit', { json: {} }, `/api/admin/held/${row?.id}/admit`)
  await push({ push: [note(muongLong)] })
  const [other] = (await ask(admin, 'GET', '/api/admin/held')).body as { id: string }[]
  await ask(admin, 'POST', '/api/admin/held/{id}/dismiss', {}, `/api/admin/held/${other?.id}/dismiss`)
  await ask(admin, 'PATCH', '/api/admin/devices/{id}', { json: { books: [kengDu] } }, `/api/admin/devices/${lan.id}`)
  await push()
  await ask(admin, 'GET', '/api/admin/audit')
  await ask(lan, 'GET', '/api/admin/audit')

  const bytes = aPicture(3)
  const metadata = { photo: 'p', sha256: sha256Hex(bytes), tier: 'evidence' }
  const headers = {
    'upload-length': String(bytes.length),
    'upload-metadata': Object.entries(metadata)
      .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
      .join(','),
  }
  const made = await ask(lan, 'POST', '/api/photos', { headers })
  const place = made.headers.get('location') ?? ''
  const chunk = { bytes, headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' } }
  await ask(lan, 'HEAD', '/api/photos/uploads/{id}', {}, place)
  const wrong = { ...chunk, bytes: Buffer.alloc(bytes.length, 1) }
  await ask(lan, 'PATCH', '/api/photos/uploads/{id}', wrong, place)
  await ask(
    lan,
    'PATCH',
    '/api/photos/uploads/{id}',
    { ...chunk, headers: { ...chunk.headers, 'upload-offset': '5' } },
    place,
  )
  await ask(lan, 'PATCH', '/api/photos/uploads/{id}', chunk, place)
  await ask(lan, 'POST', '/api/photos', { headers })
  await ask(lan, 'POST', '/api/photos/have', { json: { sha256: [metadata.sha256] } })
  await ask(lan, 'DELETE', '/api/photos/uploads/{id}', {}, place)
  await ask(lan, 'GET', '/api/photos/{sha256}', {}, `/api/photos/${metadata.sha256}`)
  await ask(lan, 'OPTIONS', '/api/photos')

  await ask(
    admin,
    'POST',
    '/api/admin/devices/{id}/revoke',
    { json: { wipe: true } },
    `/api/admin/devices/${lan.id}/revoke`,
  )
  await push({ push: [note()], pull: { [kengDu]: 0 } })
  const { certificate } = lan.enrolled ?? {}
  await endpoint.books.db.deleteFrom('devices').where('id', '=', lan.id).execute()
  await ask(lan, 'POST', '/api/enrol/again', { json: { certificate } })
  await push({ pull: { [kengDu]: 0 } })
  await ask(admin, 'POST', '/api/admin/devices/{id}/confirm', {}, `/api/admin/devices/${lan.id}/confirm`)
  expect(seen.size).toBeGreaterThan(30)
})
