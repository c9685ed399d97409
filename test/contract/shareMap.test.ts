import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildServer } from '../../src/endpoint/routes/server.ts'
import { openShelf } from '../../src/endpoint/shelf/shelf.ts'
import { startTestEndpoint, type TestEndpoint } from '../support/testEndpoint.ts'

const dist = mkdtempSync(join(tmpdir(), 'mai-am-dist-'))
let endpoint: TestEndpoint
let app: Awaited<ReturnType<typeof buildServer>>
let url: string
beforeAll(async () => {
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Mái Ấm</title>')
  endpoint = await startTestEndpoint()
  const { books, keys, dir } = endpoint
  app = await buildServer({ books, keys, shelf: await openShelf(dir), now: Date.now, origin: null }, dist)
  url = await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await app.close()
  await endpoint.close()
  rmSync(dist, { recursive: true, force: true })
})

const post = (body: FormData | string | Uint8Array<ArrayBuffer>, headers: { [name: string]: string } = {}) =>
  fetch(`${url}/share-map`, { method: 'POST', body, headers, redirect: 'manual' })

it('[R-maps-18] a map that no worker took leads to the page that says so, however long it is, and whatever it is', async () => {
  const form = new FormData()
  form.append('map', new File([new Uint8Array(24_000_000)], 'Keng Đu.pmtiles'))
  for (const answer of [
    await post(form),
    await post('no form', { 'content-type': 'multipart/form-data' }),
    await post('{', { 'content-type': 'application/json' }),
    await post(new Uint8Array(8)),
  ])
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/take-along?shared=no-worker'])
  const page = await fetch(`${url}/take-along?shared=no-worker`, { headers: { accept: 'text/html' } })
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Mái Ấm')])
})

it('[R-maps-18] nothing else is led on', async () => {
  for (const [method, path] of [
    ['PUT', '/share-map'],
    ['POST', '/share-map/'],
    ['POST', '/share'],
  ] as const)
    expect((await fetch(url + path, { method, redirect: 'manual' })).status, path).toBe(404)
})
