import { afterAll, beforeAll, expect, it } from 'vitest'
import { type EndpointProcess, startEndpoint } from './support/endpointProcess.ts'
import { accessible, deskSize, enrolledPhone, type Phone, type PhoneOptions } from './support/phone.ts'

const kengDu = '40-417-16822'
/** Keng Đu, and a place some 40 km north of it. */
const there = { latitude: 19.6253, longitude: 104.1108, accuracy: 8 }
const farAway = { ...there, latitude: 19.985 }

let endpoint: EndpointProcess
const phones: Phone[] = []
beforeAll(async () => {
  endpoint = await startEndpoint()
})
afterAll(async () => {
  for (const phone of phones) await phone.remove()
  await endpoint.remove()
})

const enrolled = async (name: string, options: Omit<PhoneOptions, 'url'> = {}) => {
  const phone = await enrolledPhone(endpoint, name, 'recorder', [kengDu], options)
  phones.push(phone)
  await phone.offline(true)
  return phone
}

/** What this phone wrote last, of that kind. */
const lastBody = (phone: Phone, kind: string) =>
  phone.page.evaluate(async (wanted) => {
    const database = await new Promise<IDBDatabase>((opened, failed) => {
      const open = indexedDB.open('mai-am')
      open.onsuccess = () => opened(open.result)
      open.onerror = () => failed(open.error)
    })
    const rows = await new Promise<{ entry: { kind: string; body: unknown } }[]>((read) => {
      const all = database.transaction('own').objectStore('own').getAll()
      all.onsuccess = () => read(all.result)
    })
    database.close()
    return rows.filter(({ entry }) => entry.kind === wanted).at(-1)?.entry.body as { [field: string]: unknown }
  }, kind)

type Family = { name: string; spouse?: string; born?: string; landmark?: string; way?: string; place?: boolean }

const register = async ({ page }: Phone, { name, spouse, born, landmark, way, place }: Family): Promise<void> => {
  await page.goto(`${endpoint.url}/households/new`)
  await page.getByLabel('Tên chủ hộ').fill(name)
  await page.getByLabel(/^Bản/).fill('Huồi Lê')
  if (spouse) await page.getByLabel('Tên vợ/chồng').fill(spouse)
  if (way) await page.getByLabel('Lối vào, bằng lời').fill(way)
  if (place) {
    await page.getByRole('button', { name: 'Lấy vị trí ở đây' }).click()
    await page.getByText(/Đã lấy vị trí|Đang lấy vị trí… · chính xác|Chưa lấy được vị trí/).waitFor()
  }
  if (born || landmark) {
    await page.getByText('Thêm về gia đình').click()
    if (born) await page.getByLabel('Năm sinh chủ hộ').fill(born)
    if (landmark) await page.getByLabel('Gần chỗ nào dễ nhận').fill(landmark)
  }
  await page.getByRole('button', { name: 'Lưu hộ' }).click()
  await page.getByRole('heading', { name, exact: true, level: 1 }).waitFor()
}

it('[R-names-03, R-names-04] three men of one name, offline: Lan sees who is who on every list, after a cold start too', async () => {
  const lan = await enrolled('Lan')
  await register(lan, { name: 'Lô Văn Páo', spouse: 'Moong Thị Mai', born: '1974' })
  await register(lan, { name: 'Lô Văn Páo', spouse: 'Moong Thị Mai', born: '1988', landmark: 'Bên kia suối' })
  await register(lan, { name: 'Lô Văn Páo', landmark: 'Bên kia suối' })
  for (const name of ['Y', 'Bá', 'Xồng Bá Y', 'Đỗ Ngọc Ô', "H'Mí Ñia", 'Ƀăng'])
    await register(lan, { name, way: 'Qua suối bằng cầu tre; nước to thì chờ' })
  await lan.reopen({ offline: true })
  await lan.page.getByRole('navigation').getByRole('link', { name: 'Hộ' }).click()
  await lan.page.getByText('9 hộ').waitFor()
  const names = await lan.page.locator('.row .name').allTextContents()
  expect(names.filter((name) => name.startsWith('Lô Văn Páo')).sort()).toEqual([
    'Lô Văn Páo · mốc: Bên kia suối · trùng tên, nên ghi thêm',
    'Lô Văn Páo · sinh 1974',
    'Lô Văn Páo · sinh 1988',
  ])
  expect(names.filter((name) => !name.startsWith('Lô'))).toEqual([
    'Bá',
    'Ƀăng',
    "H'Mí Ñia",
    'Đỗ Ngọc Ô',
    'Xồng Bá Y',
    'Y',
  ])
  await lan.picture('names-alike')
  await lan.page.getByLabel('Tìm tên chủ hộ').fill('bang')
  await lan.page.getByText('1 hộ').waitFor()
  await lan.page.getByLabel('Tìm tên chủ hộ').fill('lo van pao')
  await lan.page.getByText('3 hộ').waitFor()

  // The third man's other name is written down: now nothing more is wanted.
  await lan.page.getByRole('link', { name: /trùng tên/ }).click()
  await lan.page.getByRole('link', { name: 'Sửa thông tin', exact: true }).click()
  await lan.page.getByLabel('Tên thường gọi').fill('Páo Con')
  await lan.page.getByRole('button', { name: 'Lưu thay đổi' }).click()
  await lan.page.waitForURL((url) => !url.pathname.endsWith('/amend'))
  await lan.page.getByRole('navigation').getByRole('link', { name: 'Hôm nay' }).click()
  await lan.page.getByText('Lô Văn Páo · tên thường gọi: Páo Con').waitFor()
  // No house has a place: the names stand in their order, and the way in is read where it is known.
  expect(await lan.page.locator('.row .name').allTextContents()).toEqual([
    'Bá',
    'Ƀăng',
    "H'Mí Ñia",
    'Đỗ Ngọc Ô',
    ...['sinh 1974', 'sinh 1988', 'tên thường gọi: Páo Con'].map((mark) => `Lô Văn Páo · ${mark}`),
    'Xồng Bá Y',
    'Y',
  ])
  await lan.page
    .getByText(/lối vào: Qua suối bằng cầu tre/)
    .first()
    .waitFor()
  await lan.picture('today-no-places')
  await accessible(lan, 'today without places')
})

it('[R-names-05, R-demo-05] a paper’s number is noticed while it is typed, in any field of words, and blocks nothing', async () => {
  const lan = await enrolled('Lan')
  await lan.page.goto(`${endpoint.url}/households/new`)
  const notice = lan.page.getByText('Có vẻ là số giấy tờ')
  await lan.page.getByLabel('Tên chủ hộ').pressSequentially('Vi Thị Hoa 18765432')
  expect(await notice.count()).toBe(0)
  await lan.page.getByLabel('Tên chủ hộ').press('1')
  await notice.waitFor()
  await lan.picture('names-paper-number')
  await accessible(lan, 'paper number')
  await lan.page.getByLabel('Tên chủ hộ').fill('Vi Thị Hoa')
  await notice.waitFor({ state: 'detached' })
  await lan.page.getByLabel(/^Bản/).fill('Huồi Lê')
  await lan.page.getByText('Thêm về gia đình').click()
  await lan.page.getByLabel('Điện thoại').fill('0912 345 678')
  expect(await notice.count()).toBe(0)
  await lan.page.getByLabel('Gần chỗ nào dễ nhận').fill('CCCD 040 075 001 234')
  await notice.waitFor()
  await lan.page.getByRole('button', { name: 'Lưu hộ' }).click()
  await lan.page.getByRole('heading', { name: 'Vi Thị Hoa', level: 1 }).waitFor()
  await lan.page.getByRole('link', { name: 'Ghi chú' }).click()
  await lan.page.getByLabel('Ghi chú về hộ này').fill('Hứa 150.000.000 đồng')
  expect(await notice.count()).toBe(0)
  await lan.page.getByLabel('Ghi chú về hộ này').fill('Số 040075001234')
  await notice.waitFor()
})

/** Every form that takes a place, begun and saved; what each wrote down. */
const placesWritten = async (phone: Phone, name: string, over: () => Promise<void>) => {
  const { page } = phone
  await page.goto(`${endpoint.url}/households/new`)
  await page.getByLabel('Tên chủ hộ').fill(name)
  await page.getByLabel(/^Bản/).fill('Huồi Lê')
  await page.getByRole('button', { name: 'Lấy vị trí ở đây' }).click()
  await over()
  await phone.picture(`place-register-${name}`)
  await page.getByRole('button', { name: 'Lưu hộ' }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
  const home = page.url()
  const registered = await lastBody(phone, 'household.registered')

  await page.goto(`${home}/visit`)
  await page.getByRole('radio', { name: 'Gặp chủ hộ' }).check()
  await over()
  await page.getByRole('button', { name: /^Chụp: / }).click()
  await page.locator('video').evaluate(async (video: HTMLVideoElement) => {
    while (video.videoWidth === 0) await new Promise((soon) => requestAnimationFrame(soon))
  })
  await page.getByRole('button', { name: 'Chụp ảnh' }).click()
  await page.getByRole('button', { name: /^Xem ảnh/ }).waitFor()
  await phone.picture(`place-visit-${name}`)
  await page.getByRole('button', { name: 'Lưu lượt thăm' }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
  const visited = await lastBody(phone, 'visit.recorded')
  const photo = await lastBody(phone, 'photo.taken')

  await page.getByRole('button', { name: 'Lập công trình nhà mới' }).click()
  await page.getByRole('link', { name: 'Chuyển giai đoạn' }).click()
  await page.getByRole('radio', { name: /Làm móng/ }).check()
  await over()
  await phone.picture(`place-stage-${name}`)
  await page.getByRole('button', { name: 'Lưu giai đoạn' }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
  const advanced = await lastBody(phone, 'build.advanced')

  await page.getByRole('link', { name: 'Kiểm tra móng' }).click()
  await page.getByRole('heading', { name: 'Bắt đầu kiểm tra' }).or(page.locator('h1')).first().waitFor()
  await over()
  await phone.picture(`place-check-${name}`)
  const said = await page.locator('main').textContent()
  return { registered, visited, photo, advanced, said, home }
}

it('[R-place-05] a receiver that never answers: a minute goes by, every form saves and says why', async () => {
  const lan = await enrolled('Lan')
  // The browser asks and nobody answers, as under a roof in a gorge.
  await lan.page.addInitScript(() => {
    navigator.geolocation.watchPosition = () => 1
    navigator.geolocation.clearWatch = () => undefined
  })
  await lan.page.clock.install()
  const minute = async () => {
    await lan.page.clock.runFor(61_000)
    await lan.page.getByText('Chưa lấy được vị trí').first().waitFor()
  }
  const { registered, visited, photo, advanced, said, home } = await placesWritten(lan, 'Cụt Văn Ón', minute)
  for (const body of [registered, visited, advanced, photo]) expect(body.location).toEqual({ missing: 'no-fix' })
  expect(said).toContain('Chưa lấy được vị trí')
  await lan.page.goto(home)
  await lan.page.getByText('Chưa lấy được vị trí').waitFor()
  await lan.page.getByRole('link', { name: 'Lấy vị trí, ghi lối vào' }).click()
  await lan.page.getByLabel('Lối vào').fill('Qua cầu treo, rẽ trái')
  await lan.picture('place-amend')
  await accessible(lan, 'amend with a place')
  await lan.page.getByRole('button', { name: 'Lưu thay đổi' }).click()
  await lan.page.getByText('Qua cầu treo, rẽ trái').waitFor()
  await lan.picture('place-household-missing')
})

it('[R-place-05] a phone that may not know its place', async () => {
  const lan = await enrolled('Lan')
  await lan.context.clearPermissions()
  await lan.context.grantPermissions(['camera'])
  const denied = () => lan.page.getByText('máy không cho phép').first().waitFor()
  const { registered, visited, photo, advanced, said } = await placesWritten(lan, 'Vi Văn Tình', denied)
  for (const body of [registered, visited, advanced, photo]) expect(body.location).toEqual({ missing: 'denied' })
  expect(said).toContain('máy không cho phép')
})

it('[R-place-02, R-place-05] a place blurred by 800 m is kept as it is, and said', async () => {
  const lan = await enrolled('Lan', { place: { ...there, accuracy: 800 } })
  const blurred = () => lan.page.getByText('Chính xác 800 m').first().waitFor()
  const { registered, visited, photo, advanced, said } = await placesWritten(lan, 'Lữ Văn May', blurred)
  for (const body of [registered, visited, advanced, photo]) expect(body.location).toMatchObject({ accuracy: 800 })
  expect(said).toContain('Chính xác 800 m')
})

it('[R-place-02, R-place-05] a phone 40 km away says so, in words and kilometres, and saves all the same', async () => {
  const lan = await enrolled('Lan')
  await register(lan, { name: 'Ngân Văn Inh', place: true })
  await lan.context.setGeolocation(farAway)
  const far = () => lan.page.getByText(/40 km/).first().waitFor()
  await lan.page.goto(`${endpoint.url}/households/new`)
  await lan.page.getByLabel('Tên chủ hộ').fill('Kha Văn Bun')
  await lan.page.getByLabel(/^Bản/).fill('Huồi Lê')
  await lan.page.getByRole('button', { name: 'Lấy vị trí ở đây' }).click()
  await far()
  await lan.picture('place-register-far')
  await lan.page.goto(`${endpoint.url}/households`)
  await lan.page.getByRole('link', { name: 'Ngân Văn Inh' }).click()
  await lan.page.getByRole('link', { name: 'Thăm hộ' }).first().click()
  await far()
  await lan.page.getByRole('radio', { name: 'Gặp chủ hộ' }).check()
  await lan.picture('place-visit-far')
  await lan.page.getByRole('button', { name: 'Lưu lượt thăm' }).click()
  await lan.page.getByRole('heading', { name: 'Ngân Văn Inh', level: 1 }).waitFor()
  expect((await lastBody(lan, 'visit.recorded')).location).toMatchObject({ lat: farAway.latitude, by: 'gps' })
  await lan.page.setViewportSize(deskSize)
  await lan.picture('desk-place-household')
})
