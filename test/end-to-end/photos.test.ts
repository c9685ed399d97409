import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBooks } from '../../src/endpoint/books/openBooks.ts'
import { type EndpointProcess, startEndpoint } from './support/endpointProcess.ts'
import { accessible, enrolledPhone, type Phone } from './support/phone.ts'

let endpoint: EndpointProcess
const phones: Phone[] = []
beforeAll(async () => {
  endpoint = await startEndpoint()
})
afterAll(async () => {
  for (const phone of phones) await phone.remove()
  await endpoint.remove()
})

const enrolled = async (name: string, role: string, books: string[]): Promise<Phone> => {
  const phone = await enrolledPhone(endpoint, name, role, books)
  phones.push(phone)
  return phone
}

it('[L2, L3, L4, L12, L19] photos are on the disk at once, survive a kill, go on where the line broke, and are safe by receipt', async () => {
  const lan = await enrolled('Lan', 'recorder', ['40-417-16822'])
  await lan.offline(true)
  await registered(lan, 'Lô Văn Páo', 'Huồi Lê')
  await lan.page.getByRole('link', { name: 'Thăm hộ' }).click()
  await lan.page.getByRole('radio', { name: 'Gặp chủ hộ' }).check()
  await take(lan)
  await lan.picture('visit-photo')
  await accessible(lan, 'visit with a photo')

  // The battery dies; the photo comes back with the draft.
  const { pathname } = new URL(lan.page.url())
  await lan.reopen({ offline: true })
  await lan.page.goto(endpoint.url + pathname)
  await thumbs(lan, 1)
  await choose(lan, await aLargePicture(lan))
  await thumbs(lan, 2)
  await lan.page
    .getByRole('button', { name: /^Xem ảnh/ })
    .first()
    .click()
  await lan.page.getByRole('dialog').getByText('chụp tại chỗ').waitFor()
  await lan.page.getByRole('button', { name: 'Ảnh sau' }).click()
  await lan.page.getByRole('dialog').getByText('ảnh có sẵn').waitFor()
  await lan.picture('photo-viewer')
  await accessible(lan, 'viewer')
  await lan.page.getByRole('button', { name: 'Đóng' }).click()
  await lan.page.getByLabel('Đã xin phép chụp').check()
  await lan.page.getByRole('button', { name: 'Lưu lượt thăm' }).click()
  await lan.page.getByRole('heading', { name: 'Lô Văn Páo' }).waitFor()

  // A weak line on the road: it breaks after the first piece, the endpoint falls, and the phone goes on where it was.
  let pieces = 0
  await lan.context.route('**/api/photos/uploads/*', (route) => {
    if (route.request().method() !== 'PATCH') return route.continue()
    pieces += 1
    return pieces === 1 ? route.continue() : route.abort('connectionreset')
  })
  await lan.offline(false)
  await lan.page.getByRole('link', { name: /^Gửi/ }).click()
  await until(() => pieces > 1)
  expect(partOfAnUpload(endpoint.dir)).toBe(64 * 1024)
  const begun = await uploadsOf(endpoint.dir)
  await lan.picture('hand-in-photos')
  await endpoint.kill()
  await endpoint.startAgain()
  await lan.context.unroute('**/api/photos/uploads/*')
  const books = await openBooks(endpoint.dir)
  await until(async () => {
    await lan.page
      .getByRole('button', { name: 'Gửi ngay' })
      .click({ timeout: 500 })
      .catch(() => undefined)
    return (await books.db.selectFrom('photos').select('sha256').execute()).length === 4
  })
  const uploads = await uploadsOf(endpoint.dir)
  expect(begun.every((one) => uploads.includes(one))).toBe(true)
  // Two previews and two photos, each begun once: nothing was sent from the beginning again.
  expect(uploads).toHaveLength(4)
  const rows = await books.db.selectFrom('entries').select('text').where('kind', '=', 'photo.taken').execute()
  const bodies = rows.map(({ text }) => (JSON.parse(text) as { body: { [field: string]: unknown } }).body)
  expect(bodies.map(({ source }) => source)).toEqual(['camera', 'gallery'])
  // The picture from the gallery was 12 megapixels and lay on its side; it was taken in February, where is not known.
  expect(bodies[1]).toMatchObject({ width: 1200, height: 1600, takenAt: '2026-02-01T08:30:00+07:00', location: null })
  expect(bodies[1]?.bytes).toBeGreaterThan(150 * 1024)
  for (const body of bodies) {
    expect(body).toMatchObject({ consent: true, mime: 'image/jpeg' })
    expect(String(body.takenAt)).toMatch(/\+07:00$/)
    expect((body.preview as { bytes: number }).bytes).toBeLessThanOrEqual(20 * 1024)
    expect(body.bytes as number).toBeLessThanOrEqual(300 * 1024)
    expect(String(body.thumbhash).length).toBeLessThanOrEqual(40)
  }
  await books.close()
})

const registered = async ({ page }: Phone, name: string, village: string): Promise<void> => {
  await page.getByRole('link', { name: 'Ghi hộ mới' }).click()
  await page.getByLabel('Tên chủ hộ').fill(name)
  await page.getByLabel(/^Bản/).fill(village)
  await page.getByRole('button', { name: 'Lưu hộ' }).click()
  await page.getByRole('heading', { name }).waitFor()
}

/** Two taps: the slot opens the camera, the shutter takes the photo. */
const take = async ({ page }: Phone): Promise<void> => {
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

/** A picture of 4000 × 3000 that lies on its side in its file (EXIF orientation 6), full of detail. */
const aLargePicture = async ({ page }: Phone): Promise<Buffer> => {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(4000, 3000)
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('no canvas')
    for (let at = 0; at < 6000; at += 1) {
      context.fillStyle = `hsl(${(at * 47) % 360} 60% ${20 + ((at * 13) % 60)}%)`
      context.fillRect((at * 379) % 4000, (at * 211) % 3000, 90, 70)
    }
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 })).arrayBuffer())
    let binary = ''
    for (const byte of bytes) binary += String.fromCharCode(byte)
    return btoa(binary)
  })
  const jpeg = Buffer.from(base64, 'base64')
  const orientation = Buffer.from('ffe1002245786966000049492a00080000000100120103000100000006000000', 'hex')
  const exif = Buffer.concat([orientation, Buffer.alloc(36 - orientation.length)])
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)])
}

const choose = async ({ page }: Phone, picture: Buffer): Promise<void> => {
  const before = await page.getByRole('button', { name: /^Xem ảnh/ }).count()
  await page.getByRole('button', { name: /^Chụp: / }).click()
  // The file's own time is kept: playwright's files are of now, so the moment is set by hand as a gallery would.
  const base64 = picture.toString('base64')
  await page.getByLabel('Ảnh có sẵn').evaluate((input: HTMLInputElement, text) => {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
    const lastModified = Date.parse('2026-02-01T08:30:00+07:00')
    const files = new DataTransfer()
    files.items.add(new File([bytes], 'mong.jpg', { type: 'image/jpeg', lastModified }))
    input.files = files.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
  }, base64)
  await page
    .getByRole('button', { name: /^Xem ảnh/ })
    .nth(before)
    .waitFor()
}

const thumbs = async ({ page }: Phone, count: number): Promise<void> => {
  await page
    .getByRole('button', { name: /^Xem ảnh/ })
    .nth(count - 1)
    .waitFor()
  expect(await page.getByRole('button', { name: /^Xem ảnh/ }).count()).toBe(count)
}

const partOfAnUpload = (dir: string): number =>
  Math.max(0, ...readdirSync(join(dir, 'uploads')).map((name) => statSync(join(dir, 'uploads', name)).size))

const uploadsOf = async (dir: string): Promise<string[]> => {
  const books = await openBooks(dir)
  const rows = await books.db.selectFrom('uploads').select('id').execute()
  await books.close()
  return rows.map(({ id }) => id)
}

const until = async (true_: () => boolean | Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await true_()) return
    await new Promise((soon) => setTimeout(soon, 100))
  }
  throw new Error('it did not come true within 30 s')
}
