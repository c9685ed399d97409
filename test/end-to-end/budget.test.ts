import { globSync, readFileSync } from 'node:fs'
import { get } from 'node:http'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { firstLoad } from '../bench/bundleSizes.ts'
import { type EndpointProcess, startEndpoint } from './support/endpointProcess.ts'

let endpoint: EndpointProcess
beforeAll(async () => {
  endpoint = await startEndpoint()
})
afterAll(() => endpoint.remove())

it('[R-budget-01] the first load brings at most 110 KB of packed scripts, and the endpoint sends them so packed', async () => {
  const { js, scripts } = firstLoad()
  expect(js.raw).toBeGreaterThan(100_000)
  expect(js.brotli / 1024).toBeLessThanOrEqual(110)
  let sent = 0
  for (const path of scripts) {
    const bytes = await packed(`${endpoint.url}/${path}`)
    sent += bytes.length
    expect(brotliDecompressSync(bytes).equals(readFileSync(`dist/${path}`)), path).toBe(true)
  }
  expect(sent / 1024).toBeLessThanOrEqual(110)
})

it('[R-map-10] what draws maps is a text of its own, kept by the worker and in no first load', () => {
  const drawsMaps = (path: string) => readFileSync(path, 'utf8').includes('leaflet-container')
  const { scripts } = firstLoad()
  expect(scripts.filter((path) => drawsMaps(`dist/${path}`))).toEqual([])
  const drawing = globSync('dist/assets/*.js').filter(drawsMaps)
  expect(drawing).toHaveLength(1)
  expect(readFileSync('dist/worker.js', 'utf8')).toContain(drawing[0]?.replace('dist/', ''))
})

const packed = (url: string): Promise<Buffer> =>
  new Promise((told, failed) => {
    const asked = get(url, { headers: { 'accept-encoding': 'br, gzip' } }, (answer) => {
      expect([answer.statusCode, answer.headers['content-encoding']]).toEqual([200, 'br'])
      const parts: Buffer[] = []
      answer.on('data', (part) => parts.push(part)).on('end', () => told(Buffer.concat(parts)))
    })
    asked.on('error', failed)
  })
