import { afterAll, beforeAll, expect, it } from 'vitest'
import { householdRows } from '../../src/domain/lists/householdRows.ts'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { demoData } from '../support/demoData.ts'
import { TestDevice } from '../support/testDevice.ts'
import { type EndpointProcess, startEndpointWith } from './support/endpointProcess.ts'
import { enrolledPhone, type Phone } from './support/phone.ts'
import { screensOf } from './support/screens.ts'
import { trialBooks } from './support/trialBooks.ts'
import { trialPlaces } from './support/trialPlaces.ts'

const book = '40-417-16822'
/** What stands nowhere but on the household's own page, where whoever visits it wrote it. */
const kept = 'đau chân từ mùa rẫy'
/** Codes of the contract, and what people say for them. */
const never = /nghèo|\bpoor\b|near-poor|căn cước|cccd|cmnd|số định danh/i

let endpoint: EndpointProcess
let dir: string
const phones: Phone[] = []
const [household, build] = [uuid7(Date.now()), uuid7(Date.now())]
beforeAll(async () => {
  dir = await demoData()
  endpoint = await startEndpointWith(dir)
  await aFamilyInNeed()
})
afterAll(async () => {
  for (const phone of phones) await phone.remove()
  await endpoint?.remove()
})

/** Poor, in a tent, somebody ill, with a share that was promised and not given; two people wrote its poverty differently. */
const aFamilyInNeed = async (): Promise<void> => {
  const mai = await TestDevice.enrolled(endpoint.url, endpoint.invite('Mai', 'district', []).code)
  const thong = await TestDevice.enrolled(endpoint.url, endpoint.invite('Thông', 'district', []).code)
  const [state] = (await trialBooks(dir, [book])).values()
  const area = state === undefined ? '' : (householdRows(state)[0]?.village ?? '')
  const begin = mai.entry(book, 'household.registered', household, {
    headName: 'Cụt Văn Kín',
    village: area,
    members: 5,
    dwelling: 'tent',
    poverty: 'poor',
    note: kept,
  })
  const amendment = (by: TestDevice, value: 'near-poor' | 'other') =>
    by.entry(book, 'household.amended', household, { set: { poverty: { value, base: begin.id } } })
  const push = [
    begin,
    mai.entry(book, 'build.planned', build, { for: { household }, type: 'house', work: 'new' }),
    mai.entry(book, 'contribution.recorded', build, {
      source: 'family',
      form: 'money',
      state: 'promised',
      date: '2026-10-01',
      vnd: 5_000_000,
    }),
    mai.entry(book, 'foundation.checked', build, {
      checklist: { id: 'foundation', version: 1 },
      sitting: 'done',
      date: '2026-11-20',
      answers: { length: { value: 800 } },
      photos: {},
      verdict: 'to-mend',
      mend: { what: 'Đo lại đường chéo', by: '2026-12-20' },
    }),
    amendment(mai, 'near-poor'),
  ]
  const handedIn: [TestDevice, unknown[]][] = [
    [mai, push],
    [thong, [amendment(thong, 'other')]],
  ]
  for (const [device, entries] of handedIn) {
    const { body } = await device.sync({ push: entries })
    expect(body.acks.filter(({ status }) => status !== 'accepted')).toEqual([])
  }
}

const open = async (name: string, role: string): Promise<Phone> => {
  const phone = await enrolledPhone(endpoint, name, role, [book])
  phones.push(phone)
  await phone.page.getByRole('link', { name: 'Hộ', exact: true }).click()
  await phone.page.getByLabel(/không cần dấu/).fill('cut van kin')
  await phone.page.getByText('Cụt Văn Kín').first().waitFor()
  return phone
}

/** Everything drawn, and everything that is read out in its place. */
const saidOn = ({ page }: Phone): Promise<string> =>
  page.evaluate(() => {
    const names = [...document.querySelectorAll('[aria-label], [alt], [title]')].flatMap((element) =>
      ['aria-label', 'alt', 'title'].map((name) => element.getAttribute(name) ?? ''),
    )
    return [document.title, document.body.textContent, ...names].join('\n')
  })

it('[R-family-01] no screen says that a family is poor, and no list tells what was noted of it', async () => {
  const screens = screensOf(trialPlaces((await trialBooks(dir, [book])).values()))
  const about = /today|field|households|search|leave|hand-in|tent|returned|queue|review|board|mine|my-day|same|money/
  const own = /^(household-|check)/
  for (const [name, role] of [
    ['Lan', 'recorder'],
    ['Hùng', 'inspector'],
    ['Mai', 'district'],
  ] as const) {
    const phone = await open(name, role)
    for (const screen of screens.filter((one) => one.role === role && about.test(one.name))) {
      await phone.page.goto(endpoint.url + screen.path)
      await phone.page.locator('main#content h1').waitFor()
      const said = await saidOn(phone)
      expect(said, screen.name).not.toMatch(never)
      if (!own.test(screen.name)) expect(said, screen.name).not.toContain(kept)
    }
    for (const path of [`/households/${household}`, `/households/${household}/amend`]) {
      await phone.page.goto(endpoint.url + path)
      await phone.page.locator('main#content h1').waitFor()
      expect(await saidOn(phone), path).not.toMatch(never)
    }
  }
  const lan = phones[0] as Phone
  await lan.page.getByText('Hai người ghi khác nhau').first().waitFor()
  await lan.page.getByText(/không hiện ở đây – Mai/i).waitFor()
  await lan.picture('family-settle')
})

it('[R-family-02] a share promised and not given has the colour of every other line, and no warning beside it', async () => {
  const lan = phones[0] as Phone
  await lan.page.goto(`${endpoint.url}/households/${household}`)
  const card = lan.page.locator('section', { has: lan.page.getByRole('heading', { name: 'Nguồn lực làm móng' }) })
  await card.getByText('5.000.000').waitFor()
  const found = await card.last().evaluate((section) => {
    const token = (name: string) => {
      const probe = document.body.appendChild(document.createElement('i'))
      probe.style.color = `var(${name})`
      const { color } = getComputedStyle(probe)
      probe.remove()
      return color
    }
    const warning = ['--red', '--red-ground', '--amber', '--amber-ground', '--brick'].map(token)
    return [section, ...section.querySelectorAll('*')].flatMap((element) => {
      const { color, backgroundColor, borderTopColor } = getComputedStyle(element)
      return [color, backgroundColor, borderTopColor].filter((one) => warning.includes(one))
    })
  })
  expect(found).toEqual([])
  await lan.picture('family-share')
})
