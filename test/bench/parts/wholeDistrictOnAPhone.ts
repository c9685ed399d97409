import { booksAreHere, openPhone } from '../../end-to-end/support/phone.ts'
import type { Seen } from '../inTurn.ts'
import { type Line, startLine } from '../lines/startLine.ts'
import type { Bench } from '../openBench.ts'

/** A new phone is enrolled for all books; ms from the tap to all households on the list, and what went over the line. */
export const wholeDistrictOnAPhone = async (bench: Bench): Promise<Seen> => {
  const { endpoint } = await bench.filled()
  const line = await startLine(endpoint.url, '/api/sync')
  const { code } = endpoint.invite(
    'Lan',
    'recorder',
    bench.district.communes.map(({ id }) => id),
  )
  const phone = await openPhone({ url: `${line.url}/#enrol=${code}` })
  const { page } = phone
  page.setDefaultTimeout(600_000)
  await page.getByLabel('Tên máy này').fill('máy đo')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  line.reset()
  const began = performance.now()
  await page.getByRole('button', { name: 'Vào sổ' }).click()
  await page.getByRole('link', { name: 'Hộ', exact: true }).click()
  await allListed(page, bench.sizes.households)
  const ms = performance.now() - began
  // All pages are here, their seals are right.
  await booksAreHere(page, 600_000)
  const seen = over(line, ms, performance.now() - began)
  const again = performance.now()
  await page.reload()
  await allListed(page, bench.sizes.households)
  const opened = performance.now() - again
  await phone.remove()
  await line.close()
  return { ...seen, 'opened again': [opened, 'ms'] }
}

type Page = Awaited<ReturnType<typeof openPhone>>['page']

const allListed = async (page: Page, households: number): Promise<void> => {
  const said = `${new Intl.NumberFormat('vi-VN').format(households)} hộ`
  await page.waitForFunction((all) => document.querySelector('[role=status]')?.textContent?.trim() === all, said)
}

const over = ({ counted }: Line, ms: number, allMs: number): Seen => ({
  '': [ms, 'ms'],
  'all entries here and verified': [allMs, 'ms'],
  'of it waiting for line and endpoint': [counted.waitedMs, 'ms'],
  up: [counted.up, 'bytes'],
  down: [counted.down, 'bytes'],
  requests: [counted.requests, 'requests'],
})
