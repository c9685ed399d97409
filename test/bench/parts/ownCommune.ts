import { brotliCompressSync } from 'node:zlib'
import { openPhone } from '../../end-to-end/support/phone.ts'
import { middleCommune } from '../district/largestCommune.ts'
import { lastHeadOf } from '../district/theDistrict.ts'
import { inTurn, type Seen } from '../inTurn.ts'
import { hillside } from '../lines/oneWay.ts'
import { startLine } from '../lines/startLine.ts'
import type { Bench, Part } from '../openBench.ts'

/** An empty phone on a thin line, enrolled for all books: until the households of its own commune can be found. */
export const ownCommune: Part = async (bench) => {
  const commune = middleCommune(bench.district)
  const { entries } = await bench.filled()
  const own = entries.filter(({ book }) => book === commune.id)
  const households = own.filter(({ kind }) => kind === 'household.registered')
  const figures = await inTurn(bench.sizes.rounds, [{ name: 'ours', run: () => onThinLine(bench, commune) }])
  const packed = (all: readonly object[]) => brotliCompressSync(JSON.stringify(all)).length
  return {
    figures: [
      ...figures,
      { name: 'households of the commune', unit: 'count', values: [households.length] },
      { name: 'their registrations as JSON, brotli 11', unit: 'bytes', values: [packed(households)] },
      { name: 'the commune’s whole book as JSON, brotli 11', unit: 'bytes', values: [packed(own)] },
    ],
    notes: [
      'Own is the first book that the phone was invited for, of the middle size. The app itself is on the phone already; 50 kbit/s is 6,250 bytes a second.',
      'Usable: its last household is found by name on the list. No peer here has a like: PouchDB and RxDB bring what they are asked for in the order of its changes.',
    ],
  }
}

const onThinLine = async (bench: Bench, own: { id: string; title: string }): Promise<Seen> => {
  const { endpoint } = await bench.filled()
  const others = bench.district.communes.map(({ id }) => id).filter((id) => id !== own.id)
  const { code } = endpoint.invite('Lan', 'recorder', [own.id, ...others])
  const line = await startLine(endpoint.url, '/api/')
  const phone = await openPhone({ url: `${line.url}/#enrol=${code}` })
  const { page } = phone
  page.setDefaultTimeout(900_000)
  await page.getByLabel('Tên máy này').fill('máy đo')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  line.become(hillside)
  line.reset()
  const began = performance.now()
  await page.getByRole('button', { name: 'Vào sổ' }).click()
  await page.getByRole('link', { name: 'Hộ', exact: true }).click()
  await page.getByRole('searchbox').fill(lastHeadOf(own.title))
  await page.locator('.list .row', { hasText: lastHeadOf(own.title) }).waitFor()
  const ms = performance.now() - began
  const { down } = line.counted
  await phone.remove()
  await line.close()
  return { 'own commune’s households usable': [ms, 'ms'], 'down until then': [down, 'bytes'] }
}
