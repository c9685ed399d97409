import { mkdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type BookState, emptyBookState, foldEntries } from '../../src/domain/book/bookState.ts'
import { stages } from '../../src/domain/entries/communeBodies.ts'
import type { FoldedEntry } from '../../src/domain/entries/entry.ts'
import { boardOf, sumCounts } from '../../src/domain/lists/board.ts'
import { householdRows } from '../../src/domain/lists/householdRows.ts'
import { photosAbout } from '../../src/domain/lists/photosAbout.ts'
import { inReviewOrder, reviewQueue, type Waiting } from '../../src/domain/lists/reviewQueue.ts'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { openBooks } from '../../src/endpoint/books/openBooks.ts'
import { demoData } from '../support/demoData.ts'
import { TestDevice } from '../support/testDevice.ts'
import { type EndpointProcess, startEndpointWith } from './support/endpointProcess.ts'
import { accessible, deskSize, enrolledPhone, type Phone } from './support/phone.ts'

let endpoint: EndpointProcess
const books = new Map<string, BookState>()
const desks: Phone[] = []
beforeAll(async () => {
  mkdirSync('test/pictures', { recursive: true })
  const dir = await demoData()
  await readBooks(dir)
  endpoint = await startEndpointWith(dir)
})
afterAll(async () => {
  for (const desk of desks) await desk.remove()
  await endpoint.remove()
})

/** The trial's communes as the endpoint holds them. */
const readBooks = async (dir: string): Promise<void> => {
  const { db, close } = await openBooks(dir)
  const communes = await db.selectFrom('books').select('id').where('kind', '=', 'commune').execute()
  for (const { id } of communes) {
    const rows = await db.selectFrom('entries').select(['text', 'seq', 'stamp']).where('book', '=', id).execute()
    const state = emptyBookState(id)
    foldEntries(
      state,
      rows.map(({ text, seq, stamp }) => ({ ...JSON.parse(text), seq, stamp }) as FoldedEntry),
    )
    books.set(id, state)
  }
  await close()
}

const waiting = (): Waiting[] =>
  [...books.values()].flatMap((state) => reviewQueue(state, () => undefined)).sort(inReviewOrder)
const drawnOf = ({ build }: Waiting) => {
  const state = books.get(build.book)
  return state === undefined ? [] : photosAbout(state, [build.id]).filter(({ body }) => body.source === 'drawn')
}

/** At a desk with all books; `count` checks wait once the first pull is whole. */
const desk = async (name: string, role: string, count: number): Promise<Phone> => {
  const one = await enrolledPhone(endpoint, name, role, [...books.keys()], { size: deskSize })
  desks.push(one)
  await one.page.getByText(`${count} kiểm tra`).waitFor()
  return one
}
const place = ({ page }: Phone, name: string) => page.getByRole('navigation').getByRole('link', { name })
const notWider = async ({ page }: Phone, screen: string) => {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider, `${screen} is not wider than the screen`).toBeLessThanOrEqual(0)
}
const handIn = async (one: Phone): Promise<void> => {
  await place(one, 'Gửi').click()
  await one.page.getByRole('button', { name: 'Gửi ngay' }).click()
  await one.page.getByText(/đã nhận đủ/).waitFor()
}

it('[R-review-03, R-review-04, R-review-01, R-office-01] Hùng reviews on the road: a drawn picture beside the checklist, no network, a cold start', async () => {
  const queue = waiting()
  const seen = queue.find((one) => drawnOf(one).length > 1)
  if (seen === undefined) throw new Error('no check that waits has drawn pictures')
  const previews = new Set(queue.flatMap(drawnOf).map(({ body }) => body.preview.sha256)).size
  const hung = await desk('Hùng', 'inspector', queue.length)
  await hung.page.getByRole('link', { name: 'Duyệt từ đầu' }).waitFor()
  await hung.picture('desk-inspector-today')
  await accessible(hung, "the inspector's today")
  await place(hung, 'Duyệt').click()
  await hung.page.getByText(`Đủ ${previews} ảnh xem trước ở máy này`).waitFor()
  await hung.picture('desk-queue-demo')
  await accessible(hung, 'queue of the whole district')

  await hung.reopen({ offline: true })
  await hung.page.getByText(`${queue.length} kiểm tra`).waitFor()
  await place(hung, 'Duyệt').click()
  await hung.page.getByLabel('Xã', { exact: true }).selectOption(seen.build.book)
  await hung.page.locator(`a[href="/review/${seen.check.entry}"]:visible`).click()
  const large = hung.page.getByRole('button', { name: /^Phóng to ảnh/ }).getByRole('img')
  await large.and(hung.page.locator('[src^="blob:"]')).waitFor()
  expect(await large.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100)
  // The checklist and the picture are in sight together.
  expect(await hung.page.getByRole('heading', { name: 'Phiếu kiểm tra' }).isVisible()).toBe(true)
  const [beside, answers] = await Promise.all([
    large.boundingBox(),
    hung.page.getByRole('region', { name: 'Phiếu kiểm tra' }).boundingBox(),
  ])
  expect(beside?.x).toBeGreaterThan((answers?.x ?? 0) + (answers?.width ?? 0))
  await hung.picture('desk-review-drawn')
  await accessible(hung, 'a check beside its photo')
  await hung.page.getByRole('button', { name: /^Phóng to ảnh/ }).click()
  await hung.page.getByRole('dialog').waitFor()
  await hung.page.getByRole('button', { name: 'Đóng' }).click()

  await hung.page.getByRole('radio', { name: /bổ sung ảnh/ }).check()
  await hung.page.getByRole('checkbox', { name: 'Bu lông neo' }).check()
  await hung.page.getByLabel('Lý do, bằng lời').fill('Chụp lại bu lông có thước')
  const at = hung.page.url()
  await hung.page.getByRole('button', { name: 'Gửi kết quả' }).click()
  await hung.page.waitForURL((url) => url.href !== at)
  await hung.page.getByRole('radio').first().check()
  await hung.page.getByRole('button', { name: 'Gửi kết quả' }).click()
  await place(hung, 'Hôm nay').click()
  await hung.page.getByText(`${queue.length - 2} kiểm tra`).waitFor()
  expect(await hung.page.getByText('chưa gửi').count()).toBe(2)
  await hung.page.getByText(/Chụp lại bu lông có thước/).waitFor()
  await hung.picture('desk-inspector-answered')
  await hung.offline(false)
  await handIn(hung)
  await place(hung, 'Hôm nay').click()
  await hung.page.getByText('chờ kiểm tra lại').waitFor()
  expect(await hung.page.getByText('chưa gửi').count()).toBe(0)
})

it('[R-review-03] the trench and the finished foundation of one house stand side by side, on a desk and on a phone', async () => {
  const both = waiting().find(
    ({ check, build }) =>
      check.body.sitting === 'done' && build.checks.some(({ body }) => body.sitting === 'before-concrete'),
  )
  const [hung] = desks
  if (both === undefined || hung === undefined) throw new Error('no check of both sittings waits')
  await hung.page.goto(`${endpoint.url}/review/${both.check.entry}`)
  await hung.page.getByRole('columnheader', { name: 'Trước khi đổ bê tông' }).waitFor()
  await hung.page.getByRole('list', { name: 'Khi móng xong' }).waitFor()
  await hung.page.getByRole('list', { name: 'Trước khi đổ bê tông' }).waitFor()
  await hung.picture('desk-review-both')
  await accessible(hung, 'both sittings')
  await hung.page.setViewportSize({ width: 360, height: 740 })
  await notWider(hung, 'both sittings')
  await hung.picture('review-both')
  await accessible(hung, 'both sittings on a phone')
})

it('[R-board-01, R-board-02, R-office-01, R-demo-03] Mai’s board counts what the trial holds, and shows what came since', async () => {
  // With what Hùng answered meanwhile.
  await readBooks(endpoint.dir)
  const total = sumCounts([...books.values()].map((state) => boardOf(state, householdRows(state)).commune))
  const mai = await desk('Mai', 'district', waiting().length)
  await mai.page.getByText(`${total.tents} hộ đang ở lều tạm`).waitFor()
  await mai.picture('desk-office-today')
  await accessible(mai, "the office's today")
  await place(mai, 'Tiến độ').click()
  await mai.page.getByText('1.800 hộ').waitFor()
  await mai.page.getByText('7 nhà điều trị ở trạm y tế').waitFor()
  const shown = await mai.page.getByRole('list', { name: 'Theo giai đoạn' }).getByRole('listitem').allInnerTexts()
  expect(shown.map((text) => Number(text.match(/\d+/)?.[0]))).toEqual(stages.map((stage) => total.stages[stage]))
  const folds = mai.page.getByRole('table').getByRole('button')
  expect(await folds.count()).toBe(21)
  await mai.page.getByRole('radio', { name: 'biên giới' }).check()
  expect(await folds.count()).toBe(11)
  await mai.page.getByRole('radio', { name: 'tất cả' }).check()
  await mai.page.getByRole('radio', { name: 'xã hiện nay' }).check()
  expect(await folds.count()).toBe(12)
  await mai.picture('desk-board-demo')
  await accessible(mai, 'board of the whole district')

  // A recorder's phone hands in a tent more: it is on the board after the next sync.
  const book = [...books.keys()][0] ?? ''
  const lan = await TestDevice.enrolled(endpoint.url, endpoint.invite('Lan', 'recorder', [book]).code)
  const village = householdRows(books.get(book) ?? emptyBookState(book))[0]?.village ?? ''
  const household = { headName: 'Moong Thị Thử', village, members: 3, dwelling: 'tent' as const }
  const { body } = await lan.sync({ push: [lan.entry(book, 'household.registered', uuid7(Date.now()), household)] })
  expect(body.acks.map(({ status }) => status)).toEqual(['accepted'])
  await place(mai, 'Gửi').click()
  await mai.page.getByRole('button', { name: 'Gửi ngay' }).click()
  await place(mai, 'Tiến độ').click()
  await mai.page.getByText('1.801 hộ').waitFor()

  await place(mai, 'Hôm nay').click()
  await mai.page.getByRole('button', { name: 'English' }).click()
  const check = waiting().find((one) => drawnOf(one).length > 1)?.check.entry
  const screens = [
    { name: 'today', path: '/', says: 'The last seven days' },
    { name: 'queue', path: '/review', says: 'Review of foundation checks' },
    { name: 'check', path: `/review/${check}`, says: 'Checklist' },
    { name: 'board', path: '/board', says: 'Progress' },
  ]
  for (const [size, width, height] of [['desk', 1280, 800] as const, ['phone', 360, 740] as const]) {
    await mai.page.setViewportSize({ width, height })
    for (const { name, path, says } of screens) {
      await mai.page.goto(endpoint.url + path)
      await mai.page.getByRole('heading', { name: says }).waitFor()
      await mai.picture(`${size}-office-${name}-en`)
      await accessible(mai, `${name} in English on a ${size}`)
      await notWider(mai, name)
    }
  }
})
