import type { Entry } from '../../../src/domain/entries/entry.ts'
import { openPhone } from '../../end-to-end/support/phone.ts'
import { middleCommune } from '../district/largestCommune.ts'
import type { Known } from '../fillBook.ts'
import { saidAt } from '../inThePage.ts'
import type { Seen } from '../inTurn.ts'
import type { Thin } from '../lines/oneWay.ts'
import { startLine } from '../lines/startLine.ts'
import type { Bench } from '../openBench.ts'
import { writeADay } from '../writeADay.ts'
import { type DayOf, overLine } from './days.ts'

const dayMs = 24 * 3_600_000

/** The app itself on a phone of the middle commune: away a day, then back in range. */
export const ourDays = async (
  bench: Bench,
  thin: Thin | null,
): Promise<{ run(round: number): Promise<Seen>; day: DayOf; remove(): Promise<void> }> => {
  const { endpoint, registered } = await bench.filled()
  const { id: book } = middleCommune(bench.district)
  const known = bench.district.households
    .filter(({ commune }) => commune === book)
    .map(({ id, build }): Known => ({ household: id, registered: registered.get(id) ?? '', build: build?.id ?? null }))
  const line = await startLine(endpoint.url, '/api/')
  const phone = await openPhone({
    url: endpoint.invite('Lan', 'recorder', [book]).link.replace(endpoint.url, line.url),
  })
  const { page, context } = phone
  page.setDefaultTimeout(600_000)
  await page.getByLabel('Tên máy này').fill('máy đo')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.getByRole('button', { name: 'Vào sổ' }).click()
  await page.getByRole('link', { name: 'Hộ', exact: true }).click()
  await page.getByText(`${new Intl.NumberFormat('vi-VN').format(known.length)} hộ`, { exact: true }).waitFor()
  await page.goto(`${line.url}/hand-in`)
  const days: Entry[][] = []
  // The days before today, one a round: the phone's clock goes on from the last.
  const begunMs = Date.now() - (bench.sizes.rounds + 1) * dayMs
  return {
    day: (round) => days[round] ?? [],
    run: async (round) => {
      await context.setOffline(true)
      days[round] = await writeADay(page, book, known, 0, begunMs + round * dayMs)
      await page.reload()
      await page.getByRole('heading', { name: /^Ghi chép: \d/ }).waitFor()
      line.become(thin)
      line.reset()
      const receipted = saidAt(page, 'h2', '^Ghi chép: đã nhận đủ')
      const began = Date.now()
      await context.setOffline(false)
      const ms = (await receipted) - began
      // What else it asks for in one breath belongs to the same hand-in.
      await page.getByRole('button', { name: 'Gửi ngay', disabled: false }).waitFor()
      const seen = overLine(line, ms)
      line.become(null)
      return seen
    },
    remove: async () => {
      await phone.remove()
      await line.close()
    },
  }
}
