import { booksAreHere, openPhone } from '../../end-to-end/support/phone.ts'
import { saidAt, tappedAt } from '../inThePage.ts'
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
  const all = `^\\s*${new Intl.NumberFormat('vi-VN').format(bench.sizes.households)} hộ\\s*$`
  const began = await tappedAt(page, 'button', '^Vào sổ$')
  await tappedAt(page, '.places a', '^Hộ$')
  const ms = (await saidAt(page, '[role=status]', all)) - began
  // All pages are here, their seals are right.
  await booksAreHere(page, 600_000)
  const seen = over(line, ms, Date.now() - began)
  const again = Date.now()
  await page.reload({ waitUntil: 'commit' })
  const opened = (await saidAt(page, '[role=status]', all)) - again
  await phone.remove()
  await line.close()
  return { ...seen, 'opened again': [opened, 'ms'] }
}

const over = ({ counted }: Line, ms: number, allMs: number): Seen => ({
  '': [ms, 'ms'],
  'all entries here and verified': [allMs, 'ms'],
  'of it waiting for line and endpoint': [counted.waitedMs, 'ms'],
  up: [counted.up, 'bytes'],
  down: [counted.down, 'bytes'],
  requests: [counted.requests, 'requests'],
})
