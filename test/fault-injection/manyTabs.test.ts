import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type EndpointProcess, startEndpoint } from '../end-to-end/support/endpointProcess.ts'
import { registerHousehold } from '../end-to-end/support/fieldWork.ts'
import { openPhone, type Phone } from '../end-to-end/support/phone.ts'
import { figure, stopwatch } from '../support/figure.ts'
import { size } from '../support/size.ts'
import { hashOf } from '../support/testDevice.ts'
import { type CountingProxy, startCountingProxy } from './support/countingProxy.ts'
import { type EndpointDisk, endpointDisk } from './support/endpointDisk.ts'
import { phoneDisk } from './support/phoneDisk.ts'
import { wakeWorker } from './support/wakeWorker.ts'

let endpoint: EndpointProcess
let disk: EndpointDisk
let proxy: CountingProxy
let lan: Phone
beforeAll(async () => {
  endpoint = await startEndpoint()
  disk = await endpointDisk(endpoint.dir)
  proxy = await startCountingProxy(endpoint.url, 40)
})
afterAll(async () => {
  await lan?.remove()
  await proxy.close()
  await disk.close()
  await endpoint.remove()
})

it('[R-sync-01, R-save-01] two and four tabs and the worker save and hand in at once: one push in flight, numbers without a gap', async () => {
  const took = stopwatch()
  const { code } = endpoint.invite('Lan', 'recorder', ['40-417-16822'])
  lan = await openPhone({ url: `${proxy.url}/#enrol=${code}`, backgroundSync: true })
  await lan.page.getByLabel('Tên máy này').fill('máy của Lan')
  await lan.page.getByRole('button', { name: 'Vào sổ' }).click()
  await lan.page.getByRole('heading', { name: 'Chào Lan' }).waitFor()
  await lan.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  const tabs: Page[] = [lan.page]
  const each = size(4, 40)
  const said = new Set<string>()
  for (const count of [2, 4]) {
    while (tabs.length < count) tabs.push(await lan.context.newPage())
    const worker = await wakeWorker(lan, proxy.url)
    await Promise.all(tabs.map((page) => page.goto(`${proxy.url}/households`)))
    let working = true
    const waking = (async () => {
      while (working) {
        await worker.wake()
        await new Promise((soon) => setTimeout(soon, 20))
      }
    })()
    const saving = Promise.all(
      tabs.map(async (page, tab) => {
        for (let at = 0; at < each; at += 1) {
          const name = `Lô Văn ${count} ${tab} ${at}`
          // A village each: nobody is asked whether two of them are one. By links: a page that is left mid-way takes its
          // request along, and what the endpoint still hears of it is nobody's push.
          await registerHousehold({ page } as Phone, name, `Bản ${count}${tab}${at}`)
          said.add(name)
        }
      }),
    )
    await saving.finally(() => {
      working = false
      return waking
    })
    await expect
      .poll(async () => (await phoneDisk(lan.page)).own.every(({ state }) => state === 'handed-in'))
      .toBe(true)
  }
  const { own, counter, device } = await phoneDisk(lan.page)
  expect(own.map(({ n }) => n)).toEqual(Array.from({ length: said.size }, (_, at) => at + 1))
  expect(counter).toBe(said.size)
  const there = await disk.entriesOf(device)
  expect(own.map(({ id }) => there.get(id)?.hash)).toEqual(own.map(({ entry }) => hashOf(entry)))
  expect(there.size).toBe(said.size)
  expect(await disk.numbersOf(device)).toEqual({ upTo: said.size, gaps: [] })
  expect(proxy.pushes).toBeGreaterThan(1)
  expect(proxy.mostAtOnce).toBe(1)
  const counts = {
    tabs: '2 and 4, and the worker',
    entries: said.size,
    pushes: proxy.pushes,
    'at once': proxy.mostAtOnce,
  }
  figure({ line: 15, test: 'Many tabs at once', seed: null, counts, seconds: took() })
})
