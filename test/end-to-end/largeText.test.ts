import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { demoData } from '../support/demoData.ts'
import { TestDevice } from '../support/testDevice.ts'
import { cutOff } from './support/cutOff.ts'
import { type EndpointProcess, startEndpointWith } from './support/endpointProcess.ts'
import { enrolledPhone, openPhone, type Phone } from './support/phone.ts'
import { type Role, type Screen, screensOf } from './support/screens.ts'
import { trialBooks } from './support/trialBooks.ts'
import { trialPlaces } from './support/trialPlaces.ts'

const lanBooks = ['40-417-16822', '40-417-16816']
/** Pixels: 200 % of what browsers begin with. */
const doubled = 32
const people: { [role in Role]: string } = { recorder: 'Lan', inspector: 'Hùng', district: 'Mai', admin: 'An' }

let endpoint: EndpointProcess
let screens: Screen[]
const phones = new Map<string, Phone>()
const others: Phone[] = []
beforeAll(async () => {
  const dir = await demoData()
  const places = trialPlaces((await trialBooks(dir, lanBooks)).values())
  screens = screensOf(places)
  endpoint = await startEndpointWith(dir)
  await toLookAt(places.village)
})
afterAll(async () => {
  for (const phone of [...phones.values(), ...others]) await phone.remove()
  await endpoint?.remove()
})

/** Something kept aside for an admin, and two households that may be one. */
const toLookAt = async (village: string) => {
  const book = village.replace(/-[^-]+$/, '')
  const device = await TestDevice.enrolled(endpoint.url, endpoint.invite('Páo', 'recorder', [book]).code)
  const answer = { check: uuid7(Date.now()), decision: 'accepted', reason: '' } as const
  const twins = [1, 2].map(() =>
    device.entry(book, 'household.registered', uuid7(Date.now()), {
      headName: 'Nguyễn Thị Thanh Huyền Trang',
      spouseName: 'Vừ Bá Chò',
      birthYear: 1968,
      village,
      members: 5,
      landmark: 'điểm trường',
    }),
  )
  await device.sync({ push: [device.entry(book, 'foundation.reviewed', uuid7(Date.now()), answer), ...twins] })
}

/** How somebody reads: large letters or those that nobody set, in which language; a phone each. */
type Reading = { letters: 'large' | 'ordinary'; english: boolean }

const phoneOf = async (role: Role, { letters, english }: Reading): Promise<Phone> => {
  const key = `${role} ${letters}`
  const phone = phones.get(key) ?? (await enrolled(role, letters))
  phones.set(key, phone)
  if (english) await speakEnglish(phone)
  return phone
}

const enrolled = async (role: Role, letters: Reading['letters']): Promise<Phone> => {
  const size = letters === 'large' ? { letters: doubled } : {}
  const phone = await enrolledPhone(endpoint, people[role], role, lanBooks, size)
  await phone.page.getByRole('link', { name: 'Hộ', exact: true }).click()
  await phone.page.locator('.list a').first().waitFor()
  return phone
}

const speakEnglish = async ({ page }: Phone) => {
  await page.goto(`${endpoint.url}/people`)
  await settled(page)
  await page.getByRole('button', { name: 'English' }).click()
}

/** Everything folded is opened, and what runs meanwhile has been drawn. */
const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true
  })

/** The screen itself stands there, not the moment before it. */
const settled = async (page: Page) => {
  await page.locator('main#content :is(h1, .notice)').first().waitFor()
  await page.waitForFunction(() => !/Đang (mở…|đọc sổ|hỏi máy chủ)/.test(document.body.textContent ?? ''))
}

/** As by a tap: the app goes on, and is not opened anew. */
const walkTo = (page: Page, path: string) =>
  page.evaluate(async (to) => {
    history.pushState(null, '', to)
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
  }, path)

const seen = async (phone: Phone, { name, path, walk }: Screen, as: string): Promise<string[]> => {
  const { page } = phone
  await walkTo(page, path)
  await settled(page)
  const found: string[] = []
  const look = async (state = '') => {
    const screen = state === '' ? name : `${name} ${state}`
    await settled(page)
    await unfold(page)
    found.push(...(await page.evaluate(cutOff)).map((what) => `${screen}: ${what}`))
    await phone.picture(`${as}-${screen.replace(' ', '-')}`)
  }
  await (walk ?? ((_, once) => once()))(page, look)
  return found
}

const cutOffFor = async (role: Role, reading: Reading, as: string): Promise<string[]> => {
  const phone = await phoneOf(role, reading)
  const found: string[] = []
  for (const screen of screens.filter((one) => one.role === role)) found.push(...(await seen(phone, screen, as)))
  return found
}

for (const role of Object.keys(people) as Role[]) {
  it(`[R-look-01] text at 200 %: nothing is cut off on any screen of the ${role}’s phone`, async () => {
    expect(await cutOffFor(role, { letters: 'large', english: false }, 'large')).toEqual([])
  })

  it(`[R-look-03] in English, text at 200 %: nothing is cut off on the ${role}’s phone either`, async () => {
    expect(await cutOffFor(role, { letters: 'large', english: true }, 'large-english')).toEqual([])
  })

  it(`[R-look-03] in English, as a phone comes: nothing is cut off on the ${role}’s phone either`, async () => {
    expect(await cutOffFor(role, { letters: 'ordinary', english: true }, 'english')).toEqual([])
  })
}

it('[R-look-01] text at 200 %: enrolling too, in English and on an iPhone', async () => {
  const found: string[] = []
  const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Safari/604.1'
  for (const [name, userAgent] of [
    ['enrol', undefined],
    ['enrol-iphone', iphone],
  ] as const) {
    const phone = await openPhone({
      url: `${endpoint.url}/#enrol=ABCD-EFGH-JKMN`,
      language: 'en',
      letters: doubled,
      ...(userAgent ? { userAgent } : {}),
    })
    others.push(phone)
    await phone.page.getByRole('heading', { level: 1 }).waitFor()
    await unfold(phone.page)
    found.push(...(await phone.page.evaluate(cutOff)).map((what) => `${name}: ${what}`))
    await phone.picture(`large-${name}`)
  }
  expect(found).toEqual([])
})
