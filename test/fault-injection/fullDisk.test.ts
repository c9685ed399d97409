import { afterAll, beforeAll, expect, it } from 'vitest'
import { chanceOf } from '../../src/endpoint/demo/chance.ts'
import { choosePhoto } from '../end-to-end/support/choosePhoto.ts'
import { type EndpointProcess, startEndpoint } from '../end-to-end/support/endpointProcess.ts'
import { registerHousehold } from '../end-to-end/support/fieldWork.ts'
import type { Phone } from '../end-to-end/support/phone.ts'
import { figure, stopwatch } from '../support/figure.ts'
import { seedOf, size } from '../support/size.ts'
import { type EndpointDisk, endpointDisk } from './support/endpointDisk.ts'
import { enrolPage, noSignal, signalAgain } from './support/enrolPage.ts'
import { fillTheRest } from './support/fillTheRest.ts'
import { fillWithPhotos } from './support/fillWithPhotos.ts'
import { inPairs } from './support/inPairs.ts'
import { phoneDisk } from './support/phoneDisk.ts'
import { type PhonesInOne, phonesInOne } from './support/phonesInOne.ts'

const keng = '40-417-16822'
let endpoint: EndpointProcess
let disk: EndpointDisk
let phones: PhonesInOne
beforeAll(async () => {
  endpoint = await startEndpoint()
  disk = await endpointDisk(endpoint.dir)
  phones = await phonesInOne(endpoint.url)
})
afterAll(async () => {
  await phones?.remove()
  await disk.close()
  await endpoint.remove()
})

it('[L4, L8, R-room-02] phones of 3 to 50 MB are filled with photos: entries are saved all the same, it is said, room is made, and nothing without a receipt goes', async () => {
  const took = stopwatch()
  const seed = seedOf('full disk', 10)
  const runs = size(20, 200)
  const counts = {
    runs,
    'records saved': 0,
    'photos filled in': 0,
    'photos refused': 0,
    'photos after making room': 0,
    'large pictures let go': 0,
    'un-receipted gone': 0,
  }
  await inPairs(runs, async (run) => {
    const chance = chanceOf(`full disk ${seed} ${run}`)
    // As many small phones as large ones.
    const room = Math.round(3_000_000 * (50 / 3) ** chance.fraction())
    const page = await phones.page(run, room)
    const at = `run ${run}, ${room} bytes`
    await enrolPage(page, phones.origin(run), await disk.code('Lan', keng), 'Lan')
    await page.getByRole('link', { name: 'Hôm nay' }).click()
    await noSignal(page)
    const lan = { page } as Phone
    await registerHousehold(lan, 'Lô Văn Páo')
    const household = page.url()
    await page.getByRole('link', { name: 'Thăm hộ' }).click()
    await page.getByRole('radio', { name: 'Gặp chủ hộ' }).check()
    const first = await choosePhoto(page, 1000 * run)
    const { photos, wall } = await fillWithPhotos(page)
    // Proves first that the wall is there.
    expect(wall, at).toBe('QuotaExceededError')
    const before = await phoneDisk(page)
    const answers = [first]
    for (let more = 1; more <= 3; more += 1) answers.push(await choosePhoto(page, 1000 * run + more))
    const refusedPhotos = answers.filter((answer) => answer === 'no-room').length
    if (answers.at(-1) === 'no-room') await page.getByText('Máy sắp hết chỗ').waitFor()
    await page.getByRole('button', { name: 'Lưu lượt thăm' }).click()
    await page.getByRole('heading', { name: 'Lô Văn Páo' }).waitFor()
    for (const name of ['Vừ Bá Chò', 'Moong Thị Lan']) await registerHousehold(lan, name)

    // A cold start: all that was said is there, and of the photos only what may go went.
    await page.goto(household)
    await page.getByRole('heading', { name: 'Lô Văn Páo' }).waitFor()
    const after = await phoneDisk(page)
    const heads = after.own.flatMap(({ entry }) => (entry.body as { headName?: string }).headName ?? [])
    expect(heads, at).toEqual(['Lô Văn Páo', 'Vừ Bá Chò', 'Moong Thị Lan'])
    const kept = answers.length - refusedPhotos
    expect(
      after.own.map(({ n }) => n),
      at,
    ).toEqual(Array.from({ length: 4 + kept }, (_, one) => one + 1))
    const now = new Map(after.photos.map((row) => [row.photo, row]))
    const gone = before.photos.filter(({ photo, state }) => {
      const row = now.get(photo)
      return row?.preview !== 'whole' || (state !== 'safe' && row.evidence !== 'whole')
    })
    expect(gone, at).toEqual([])
    const letGo = after.photos.filter(({ evidence }) => evidence !== 'whole')
    expect(
      letGo.map(({ photo }) => Number(photo.slice(-12)) % 4),
      at,
    ).toEqual(letGo.map(() => 0))
    if (photos > 4 && answers.slice(1).includes('kept')) expect(letGo.length, at).toBeGreaterThan(0)

    // Back in range: every record is at the endpoint.
    await signalAgain(page)
    await page.goto(`${phones.origin(run)}/hand-in`)
    const handedIn = page.getByText(`Ghi chép: đã nhận đủ ${4 + kept}`)
    await handedIn.waitFor().catch(async () => {
      throw new Error(`${at}: ${await page.locator('main').textContent()}`)
    })
    const there = await disk.entriesOf(after.device)
    expect(
      after.own.filter(({ id }) => !there.has(id)),
      at,
    ).toEqual([])
    await page.close()
    counts['records saved'] += 4 + kept
    counts['photos filled in'] += photos
    counts['photos refused'] += refusedPhotos
    counts['photos after making room'] += answers.slice(1).filter((answer) => answer === 'kept').length
    counts['large pictures let go'] += letGo.length
  })
  figure({ line: 10, test: 'The disk is full', seed, counts, seconds: took() })
})

it('[L8] a phone without a byte left hands in all the same, and says that it is full', async () => {
  const took = stopwatch()
  const counts = { phones: 4, 'entries handed in': 0, 'pictures let go': 0 }
  await inPairs(counts.phones, async (run) => {
    const phone = 1000 + run
    const page = await phones.page(phone, 14_000_000)
    await enrolPage(page, phones.origin(phone), await disk.code('Lan', keng), 'Lan')
    await page.getByRole('link', { name: 'Hôm nay' }).click()
    await noSignal(page)
    const lan = { page } as Phone
    for (const name of ['Lô Văn Páo', 'Vừ Bá Chò']) await registerHousehold(lan, name)
    // Half of them have pictures that a verified backup holds; in the other half nothing may go.
    const fills = run % 2 === 0 ? fillWithPhotos : fillTheRest
    await expect.poll(async () => (await phoneDisk(page)).reserve).toBe(16)
    expect((await fills(page)).wall).toBe('QuotaExceededError')
    expect((await fillTheRest(page)).wall).toBe('QuotaExceededError')
    await signalAgain(page)
    await page.goto(`${phones.origin(phone)}/hand-in`)
    await page.getByText('Ghi chép: đã nhận đủ 2').waitFor()
    const after = await phoneDisk(page)
    const there = await disk.entriesOf(after.device)
    expect(after.own.map(({ id, state }) => [there.has(id), state])).toEqual([
      [true, 'handed-in'],
      [true, 'handed-in'],
    ])
    const letGo = after.photos.filter(({ evidence }) => evidence !== 'whole')
    expect(letGo.length > 0).toBe(run % 2 === 0)
    if (run % 2 === 1) await page.getByText('Máy đầy nên chưa nhận được sổ mới').waitFor()
    await page.close()
    counts['entries handed in'] += after.own.length
    counts['pictures let go'] += letGo.length
  })
  figure({ line: 10, test: 'Handing in without a byte left', seed: null, counts, seconds: took() })
})
