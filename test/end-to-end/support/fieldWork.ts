import type { Entry } from '../../../src/domain/entries/entry.ts'
import type { Phone } from './phone.ts'

/** A household, recorded from *Hộ* as people do, with or without a signal. */
export const registerHousehold = async ({ page }: Phone, name: string, village = 'Huồi Lê'): Promise<void> => {
  await page.getByRole('link', { name: 'Hộ', exact: true }).click()
  await page.getByRole('link', { name: 'Ghi hộ mới' }).click()
  await page.getByLabel('Tên chủ hộ').fill(name)
  await page.getByLabel(/^Bản/).fill(village)
  await page.getByRole('button', { name: 'Lưu hộ' }).click()
  await page.getByRole('heading', { name }).waitFor()
}

/** Two taps: the slot opens the camera, the shutter takes the photo. */
export const takePhoto = async ({ page }: Phone): Promise<void> => {
  const before = await page.getByRole('button', { name: /^Xem ảnh/ }).count()
  await page.getByRole('button', { name: /^Chụp: / }).click()
  await page.locator('video').evaluate(async (video: HTMLVideoElement) => {
    while (video.videoWidth === 0) await new Promise((soon) => setTimeout(soon, 50))
  })
  await page.getByRole('button', { name: 'Chụp ảnh' }).click()
  await page
    .getByRole('button', { name: /^Xem ảnh/ })
    .nth(before)
    .waitFor()
}

type Kept = { own: { state: string; entry: Entry }[]; photos: { state: string }[]; digests: { [book: string]: string } }

/** What lies on a phone's disk: its own entries, its photos, and its digest of each book. */
export const keptOn = ({ page }: Phone): Promise<Kept> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((opened, failed) => {
      const request = indexedDB.open('mai-am')
      request.onsuccess = () => opened(request.result)
      request.onerror = () => failed(request.error)
    })
    const all = <Row>(table: string) =>
      new Promise<Row[]>((read, failed) => {
        const request = database.transaction(table).objectStore(table).getAll()
        request.onsuccess = () => read(request.result as Row[])
        request.onerror = () => failed(request.error)
      })
    const cursors = await all<{ book: string; digest: string }>('cursors')
    const kept = {
      own: await all<Kept['own'][number]>('own'),
      photos: (await all<Kept['photos'][number]>('photos')).map(({ state }) => ({ state })),
      digests: Object.fromEntries(cursors.map(({ book, digest }) => [book, digest])),
    }
    database.close()
    return kept
  })
