import type { Page } from 'playwright'
import { booksAreHere, openPhone, type Phone } from '../../end-to-end/support/phone.ts'
import { coldStart } from '../benchPhone.ts'
import { inTurn, type Seen } from '../inTurn.ts'
import type { Bench, Part } from '../openBench.ts'

/** The app with the whole district: how much memory its page holds, and how soon it opens offline on a slow phone. */
export const memory: Part = async (bench) => {
  const { endpoint } = await bench.filled()
  const { link } = endpoint.invite(
    'Lan',
    'recorder',
    bench.district.communes.map(({ id }) => id),
  )
  const phone = await openPhone({ url: link })
  await takeAllAlong(phone, bench)
  const figures = await inTurn(bench.sizes.rounds, [
    { name: 'ours', run: () => opened(phone, endpoint.url) },
    { name: 'ours', run: () => heapWithList(phone, bench) },
  ])
  await phone.remove()
  return {
    figures,
    notes: [
      'The browser is closed and opened again without a network for each round. CPU throttling (4×) is the browser’s own and slows the page’s thread, not workers.',
      'Heap: JavaScript of the page after a full collection, with all households on the list.',
    ],
  }
}

const takeAllAlong = async ({ page }: Phone, bench: Bench): Promise<void> => {
  page.setDefaultTimeout(600_000)
  await page.getByLabel('Tên máy này').fill('máy đo')
  await page.getByRole('button', { name: 'Vào sổ' }).click()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await listAll(page, bench)
  await booksAreHere(page, 600_000)
  // What the app keeps for its next start is written when it goes out of sight, or after a quiet moment.
  await page.waitForTimeout(25_000)
}

const listAll = async (page: Page, { sizes }: Bench): Promise<void> => {
  const all = `${new Intl.NumberFormat('vi-VN').format(sizes.households)} hộ`
  await page.getByRole('link', { name: 'Hộ', exact: true }).click()
  await page.getByText(all, { exact: true }).waitFor()
}

const opened = async (phone: Phone, url: string): Promise<Seen> => {
  const { frame, list } = await coldStart(phone, url, 4)
  return { 'cold offline open at 4×, the frame': [frame, 'ms'], 'cold offline open at 4×, the list': [list, 'ms'] }
}

/** The list stands before all behind it is read: what is held then is what stays the same for three seconds. */
const heapWithList = async ({ page, context }: Phone, bench: Bench): Promise<Seen> => {
  await listAll(page, bench)
  const session = await context.newCDPSession(page)
  let still = 0
  let held = 0
  while (still < 3) {
    await page.waitForTimeout(1000)
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    still = Math.abs(usedSize - held) < held / 100 ? still + 1 : 0
    held = usedSize
  }
  await session.detach()
  return { heap: [held / 2 ** 20, 'MB'] }
}
