import { mkdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ContributionRecorded } from '../../src/domain/entries/communeBodies.ts'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { TestDevice } from '../support/testDevice.ts'
import { type EndpointProcess, startEndpoint } from './support/endpointProcess.ts'
import { handIn, place } from './support/handIn.ts'
import { accessible, deskSize, enrolledPhone, type Phone } from './support/phone.ts'

const kengDu = '40-417-16822'

let endpoint: EndpointProcess
const phones: Phone[] = []
beforeAll(async () => {
  mkdirSync('test/pictures', { recursive: true })
  endpoint = await startEndpoint()
})
afterAll(async () => {
  for (const phone of phones) await phone.remove()
  await endpoint.remove()
})

const enrolled = async (name: string, role: string, size = { width: 360, height: 740 }) => {
  const phone = await enrolledPhone(endpoint, name, role, role === 'district' ? [] : [kengDu], { size })
  phones.push(phone)
  return phone
}

const openHousehold = async (phone: Phone, name: string): Promise<void> => {
  await place(phone, 'Hộ').click()
  await phone.page.getByRole('link', { name: new RegExp(name) }).click()
  await phone.page.getByRole('heading', { name, exact: true }).waitFor()
}

const giveMoney = async ({ page }: Phone, vnd: string): Promise<void> => {
  await page.getByRole('link', { name: 'Ghi nguồn lực' }).click()
  await page.getByRole('radio', { name: 'Tiền' }).check()
  await page.getByLabel('Số tiền, đồng').pressSequentially(vnd)
  await page.getByRole('button', { name: 'Lưu nguồn lực' }).click()
  await page.getByRole('heading', { name: 'Nguồn lực làm móng' }).waitFor()
}

const familyRow = ({ page }: Phone, vnd: string) =>
  page.getByRole('row', { name: new RegExp(`Gia đình tự lo.*${vnd.replaceAll('.', '\\.')}`) })

const notWider = async (phone: Phone, screen: string): Promise<void> => {
  const wider = await phone.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider, `${screen} is not wider than the phone`).toBeLessThanOrEqual(0)
}

it('[R-money-02, R-money-03] two phones wrote down one sum offline: asked, out of the totals, answered, asked again', async () => {
  const lan = await enrolled('Lan', 'recorder')
  const ha = await enrolled('Hà', 'recorder')
  await lan.page.goto(`${endpoint.url}/households/new`)
  await lan.page.getByLabel('Tên chủ hộ').fill('Vi Thị Hoa')
  await lan.page.getByLabel(/^Bản/).fill('Huồi Lê')
  await lan.page.getByRole('button', { name: 'Lưu hộ' }).click()
  await lan.page.getByRole('button', { name: 'Lập công trình nhà mới' }).click()
  await handIn(lan)
  await handIn(ha)
  for (const phone of [lan, ha]) {
    // It stands on the phone before the phone leaves the signal.
    await openHousehold(phone, 'Vi Thị Hoa')
    await phone.page.getByRole('link', { name: 'Ghi nguồn lực' }).waitFor()
    await phone.offline(true)
    await giveMoney(phone, '1500000')
    await familyRow(phone, '1.500.000').waitFor()
    expect(await phone.page.getByText('Có phải cùng một khoản?').count()).toBe(0)
  }
  await handIn(lan)
  await handIn(ha)
  await handIn(lan)

  await openHousehold(lan, 'Vi Thị Hoa')
  await lan.page.getByRole('heading', { name: 'Có phải cùng một khoản?' }).waitFor()
  await lan.offline(true)
  await lan.page.getByText('Hà ghi').waitFor()
  await familyRow(lan, '1.500.000').waitFor()
  await lan.picture('money-asked')
  await accessible(lan, 'asked money')
  await lan.page.getByRole('button', { name: 'Cùng một khoản' }).click()
  await lan.page.getByText('Trả lời: cùng một khoản, tính một lần').waitFor()
  expect(await lan.page.getByRole('heading', { name: 'Có phải cùng một khoản?' }).count()).toBe(0)
  await familyRow(lan, '1.500.000').waitFor()
  await handIn(lan)

  await handIn(ha)
  await openHousehold(ha, 'Vi Thị Hoa')
  await ha.page.getByText('Trả lời: cùng một khoản, tính một lần').waitFor()
  await familyRow(ha, '1.500.000').waitFor()
  expect(await ha.page.getByRole('heading', { name: 'Có phải cùng một khoản?' }).count()).toBe(0)
  // Hà knows better: the uncle gave as much again. She asks anew, and answers.
  await ha.page.getByText('Đã trả lời').click()
  await ha.page.getByText('Đã trả lời').scrollIntoViewIfNeeded()
  await ha.picture('money-answered')
  await ha.page.getByRole('button', { name: 'Hỏi lại' }).click()
  await ha.page.getByRole('button', { name: 'Hai khoản khác nhau' }).click()
  await familyRow(ha, '3.000.000').waitFor()
  await handIn(ha)
  await handIn(lan)
  await openHousehold(lan, 'Vi Thị Hoa')
  await familyRow(lan, '3.000.000').waitFor()
})

it('[R-money-04, R-money-05] donors’ money is answered by the office, which lists what is asked and sums it once', async () => {
  const { devices, household } = await givenTwice()
  const lan = phones[0] as Phone
  await handIn(lan)
  await lan.page.goto(`${endpoint.url}/households/${household}`)
  await lan.page.getByText('Tiền này do văn phòng ghi, nên văn phòng trả lời.').waitFor()
  expect(await lan.page.getByRole('button', { name: 'Cùng một khoản' }).count()).toBe(0)
  await lan.picture('money-asked-office')

  const mai = await enrolled('Mai', 'district', deskSize)
  await handIn(mai)
  await place(mai, 'Hôm nay').click()
  await mai.page.getByText('1 khoản phải hỏi').waitFor()
  await mai.picture('desk-office-asked')
  await accessible(mai, 'office today with what is asked')
  await mai.page.getByRole('link', { name: /^Nguồn lực/ }).click()
  await mai.page.getByRole('row', { name: /Nhà hảo tâm.*20\.000\.000/ }).waitFor()
  await mai.page.getByRole('link', { name: /Moong Văn Xia/ }).waitFor()
  await mai.picture('desk-money')
  await accessible(mai, 'money')
  await mai.page.getByRole('link', { name: /Moong Văn Xia/ }).click()
  const apart = mai.page.getByRole('button', { name: 'Hai khoản khác nhau' })
  await apart.click()
  // Saved, before the page is left.
  await apart.waitFor({ state: 'hidden' })
  await mai.page.goto(`${endpoint.url}/money`)
  await mai.page.getByText('Không có khoản nào phải hỏi.').waitFor()
  await mai.page.getByRole('row', { name: /Nhà hảo tâm.*40\.000\.000/ }).waitFor()
  await mai.page.setViewportSize({ width: 360, height: 740 })
  await mai.picture('office-money')
  await notWider(mai, 'money')
  await handIn(mai)
  expect(devices).toBe(2)
})

/** Two desks of the office each wrote down the same donor's twenty million. */
const givenTwice = async () => {
  const [household, build] = [uuid7(Date.now()), uuid7(Date.now())]
  const names = ['Thu', 'Bình']
  for (const [at, name] of names.entries()) {
    const desk = await TestDevice.enrolled(endpoint.url, endpoint.invite(name, 'district', []).code)
    const money: ContributionRecorded = {
      source: 'donor',
      form: 'money',
      state: 'handed-over',
      date: '2026-11-20',
      vnd: 20_000_000,
      by: 'Công đoàn ngành y tế',
      to: 'Moong Văn Xia',
    }
    const begin = [
      desk.entry(kengDu, 'household.registered', household, { headName: 'Moong Văn Xia', village: 'Huồi Lê' }),
      desk.entry(kengDu, 'build.planned', build, { for: { household }, type: 'house', work: 'new' }),
    ]
    await desk.sync({ push: [...(at === 0 ? begin : []), desk.entry(kengDu, 'contribution.recorded', build, money)] })
  }
  return { devices: names.length, household }
}

const register = async ({ page }: Phone, name: string, spouse: string, born: string): Promise<string> => {
  await page.goto(`${endpoint.url}/households/new`)
  await page.getByLabel('Tên chủ hộ').fill(name)
  await page.getByLabel(/^Bản/).fill('Huồi Lê')
  await page.getByLabel('Tên vợ/chồng').fill(spouse)
  await page.getByRole('button', { name: 'Lấy vị trí ở đây' }).click()
  await page.getByText(/Đã lấy vị trí/).waitFor()
  await page.getByText('Thêm về gia đình').click()
  await page.getByLabel('Năm sinh chủ hộ').fill(born)
  await page.getByRole('button', { name: 'Lưu hộ' }).click()
  await page.getByRole('heading', { name, exact: true }).waitFor()
  return new URL(page.url()).pathname
}

const visit = async ({ page }: Phone): Promise<void> => {
  await page.getByRole('link', { name: 'Thăm hộ' }).click()
  await page.getByRole('radio', { name: 'Gặp chủ hộ' }).check()
  await page.getByRole('button', { name: /^Lưu/ }).click()
  await page.getByText('Thăm hộ: Gặp chủ hộ').waitFor()
}

it('[R-same-01, R-same-02, R-same-04, R-same-05, L14] two teams wrote down one household offline; an inspector sees why, merges, and takes it back', async () => {
  const [lan, ha] = phones as [Phone, Phone]
  const hung = await enrolled('Hùng', 'inspector', deskSize)
  await lan.offline(true)
  await ha.offline(true)
  const first = await register(lan, 'Lô Văn Páo', 'Vi Thị Mai', '1974')
  await visit(lan)
  const second = await register(ha, 'Lò Văn Phao', 'Vi Thị Mai', '1974')
  await visit(ha)
  await handIn(lan)
  await handIn(ha)

  // Offline again: who registers him a third time is asked, with reasons, before anything is saved.
  await handIn(lan)
  await place(lan, 'Hộ').click()
  await lan.page.getByRole('link', { name: /Lò Văn Phao/ }).waitFor()
  await lan.offline(true)
  await lan.page.goto(`${endpoint.url}/households/new`)
  await lan.page.getByLabel(/^Bản/).fill('Huồi Lê')
  await lan.page.getByLabel('Tên chủ hộ').fill('lo van pao')
  await lan.page.getByLabel('Tên vợ/chồng').fill('Vi Thi Mai')
  await lan.page.getByText('cùng tên, cùng vợ/chồng · Huồi Lê', { exact: false }).waitFor()
  await lan.page.getByText('tên gần giống, cùng vợ/chồng', { exact: false }).waitFor()
  await lan.page.getByRole('heading', { name: 'Có phải là hộ này không?' }).scrollIntoViewIfNeeded()
  await lan.picture('register-asked')
  await accessible(lan, 'register, asked')

  await handIn(hung)
  await place(hung, 'Hôm nay').click()
  await hung.page.getByRole('link', { name: /Có thể là một hộ 1 cặp/ }).click()
  await hung.page.getByText('tên gần giống, cùng vợ/chồng, cùng năm sinh, cùng một chỗ').waitFor()
  await hung.picture('desk-same')
  await accessible(hung, 'same')
  await hung.page.getByRole('link', { name: /Lô Văn Páo/ }).click()
  await hung.page.getByText('Giữ trang của hộ nào').waitFor()
  await hung.picture('desk-same-pair')
  await accessible(hung, 'same pair')
  await hung.page.setViewportSize({ width: 360, height: 740 })
  await hung.picture('same-pair')
  await notWider(hung, 'pair')
  await hung.page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await hung.picture('same-pair-end')
  await hung.page.setViewportSize(deskSize)
  await hung.offline(true)
  await hung.page.getByRole('radio', { name: /^Lô Văn Páo/ }).check()
  await hung.page.getByRole('button', { name: 'Cùng một hộ' }).click()
  await hung.page.getByRole('heading', { name: 'Đã gộp vào trang này' }).waitFor()
  await hung.page.getByText('ghi ở hộ đã gộp: Lò Văn Phao').first().waitFor()
  expect(await hung.page.getByText('Thăm hộ: Gặp chủ hộ').count()).toBe(2)
  await hung.picture('desk-merged')
  await accessible(hung, 'merged household')
  await handIn(hung)

  // On Hà's phone the page she made leads to the one that stands, with her visit in it.
  await handIn(ha)
  await ha.page.goto(endpoint.url + second)
  await ha.page.getByText('Hộ Lò Văn Phao đã gộp vào trang này.').waitFor()
  await ha.page.getByRole('heading', { name: 'Lô Văn Páo', exact: true }).waitFor()
  expect(await ha.page.getByText('Thăm hộ: Gặp chủ hộ').count()).toBe(2)
  await ha.picture('merged')
  await accessible(ha, 'merged on a phone')
  await ha.page.goto(`${endpoint.url}/households`)
  await ha.page.getByRole('link', { name: /Lô Văn Páo/ }).waitFor()
  expect(await ha.page.getByRole('link', { name: /Lò Văn Phao/ }).count()).toBe(0)
  // A recorder reads both sides, and is offered no merge.
  await ha.page.goto(`${endpoint.url}/same/${first.split('/').at(-1)}/${second.split('/').at(-1)}`)
  await ha.page.getByText('Đã gộp: hai hộ này đứng chung một trang.').waitFor()
  expect(await ha.page.getByRole('button', { name: 'Tách ra thành hai hộ' }).count()).toBe(0)

  await hung.page.goto(endpoint.url + first)
  await hung.page.getByRole('link', { name: 'Xem hai bên' }).click()
  await hung.page.getByRole('button', { name: 'Tách ra thành hai hộ' }).click()
  await hung.page.getByText('1 cặp').waitFor()
  await handIn(hung)
  await handIn(ha)
  await ha.page.goto(endpoint.url + second)
  await ha.page.getByRole('heading', { name: 'Lò Văn Phao', exact: true }).waitFor()
  expect(await ha.page.getByText('Thăm hộ: Gặp chủ hộ').count()).toBe(1)
})

it('[R-same-03] two told apart are not asked about again, on a colleague’s desk either, until somebody asks anew', async () => {
  const hung = phones.at(-1) as Phone
  const thu = await enrolled('Thu', 'inspector')
  await hung.page.goto(`${endpoint.url}/same`)
  await hung.page.getByRole('link', { name: /Lô Văn Páo/ }).click()
  await hung.page.getByRole('button', { name: 'Hai hộ khác nhau' }).click()
  await hung.page.getByText('Không có hai hộ nào phải hỏi.').waitFor()
  await handIn(hung)
  await handIn(thu)
  await place(thu, 'Hôm nay').click()
  await thu.page.getByRole('link', { name: /Có thể là một hộ 0 cặp/ }).click()
  await thu.page.getByText('Không có hai hộ nào phải hỏi.').waitFor()
  await thu.picture('same-none')
  // Why nobody is asked stands in the household's own history; there it can be asked anew.
  await openHousehold(thu, 'Lò Văn Phao')
  await thu.page.getByText('Khác với hộ Lô Văn Páo').waitFor()
  await hung.page.goto(`${endpoint.url}/same`)
  await hung.page.getByText('Đã trả lời: hai hộ khác nhau').click()
  await hung.page.getByRole('link', { name: /Lô Văn Páo/ }).click()
  await hung.page.getByRole('status').filter({ hasText: 'Đã trả lời: hai hộ khác nhau' }).waitFor()
  await hung.picture('desk-same-told')
  await hung.page.getByRole('button', { name: 'Hỏi lại' }).click()
  await hung.page.getByRole('button', { name: 'Hai hộ khác nhau' }).waitFor()
})

it('[R-words-01, R-same-01, R-money-05] the same screens in English, on a desk and on a phone', async () => {
  const thu = phones.at(-1) as Phone
  await handIn(phones.at(-2) as Phone)
  await handIn(thu)
  await thu.page.goto(`${endpoint.url}/people`)
  await thu.page.getByRole('button', { name: 'English' }).click()
  for (const [name, path] of Object.entries({ same: '/same', money: '/money' })) {
    await thu.page.goto(endpoint.url + path)
    await thu.page.getByRole('heading', { level: 1 }).waitFor()
    await thu.picture(`${name}-en`)
    await accessible(thu, `${name} in English`)
  }
  await thu.page.goto(`${endpoint.url}/same`)
  await thu.page.getByRole('link', { name: /Lô Văn Páo/ }).click()
  await thu.page.getByText('Whose page stays').waitFor()
  await thu.picture('same-pair-en')
  await accessible(thu, 'same pair in English')
  await thu.page.setViewportSize(deskSize)
  await thu.picture('desk-same-pair-en')
})
