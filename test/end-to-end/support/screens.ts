import type { Page } from 'playwright'
import type { Places } from './trialPlaces.ts'

export type Role = 'recorder' | 'inspector' | 'district' | 'admin'

/** What somebody does to see all of a screen; `look` at each state. */
type Walk = (page: Page, look: (state?: string) => Promise<void>) => Promise<void>

/** A screen as somebody meets it: who, where, and what they do to see all of it. */
export type Screen = {
  name: string
  role: Role
  path: string
  walk?: Walk
}

/** Every screen there is. A new screen is one more line here: a test of the house holds the app's routes against it. */
export const screensOf = (at: Places): Screen[] => [
  ...plain('recorder', {
    welcome: '/welcome',
    today: '/',
    'take-along': '/take-along',
    households: '/households',
    register: '/households/new',
    leave: `/leave/${encodeURIComponent(at.village)}`,
    mine: '/mine',
    map: '/map',
    'map-household': `/map?household=${at.tent}`,
    'my-day': '/my-day',
    'hand-in': '/hand-in',
    backup: '/hand-in/backup',
    'take-in': '/hand-in/take-in',
    people: '/people',
    'new-phone': '/people/new-phone',
    'try-phone': '/people/try-phone',
    nowhere: '/nowhere',
    'not-for-you': '/people/devices',
    'household-tent': `/households/${at.tent}`,
    'household-returned': `/households/${at.returned}`,
  }),
  ...plain(
    'recorder',
    Object.fromEntries(Object.entries(at.stages).map(([stage, id]) => [`household-${stage}`, `/households/${id}`])),
  ),
  { name: 'search', role: 'recorder', path: '/households', walk: search },
  ...plain('recorder', {
    visit: `/households/${at.built}/visit`,
    amend: `/households/${at.built}/amend`,
    note: `/households/${at.built}/note`,
    stage: `/builds/${at.build}/stage`,
    hold: `/builds/${at.build}/hold`,
    contribution: `/builds/${at.build}/contribution`,
  }),
  { name: 'check', role: 'recorder', path: `/builds/${at.build}/check`, walk: everyStep },
  { name: 'check-returned', role: 'recorder', path: `/builds/${at.returnedBuild}/check` },
  ...plain('recorder', {
    print: '/print',
    'print-village': `/print/village/${encodeURIComponent(at.village)}`,
    'print-blank': `/print/blank/${at.build}`,
    'print-check': `/print/check/${at.check}`,
    'print-visit': `/print/visit/${at.visit}`,
    'print-family': `/print/family/${at.tent}`,
    'print-gone': '/print/check/none',
  }),
  { name: 'mine-village', role: 'recorder', path: '/mine', walk: oneVillage(at.village) },
  { name: 'hand-in-entry', role: 'recorder', path: '/hand-in/none', walk: recordedNote(at.tent) },
  ...plain('inspector', {
    'inspector-today': '/',
    'inspector-field': '/field',
    queue: '/review',
    review: `/review/${at.check}`,
    same: '/same',
  }),
  { name: 'same-pair', role: 'inspector', path: '/same/none/none', walk: first('/same', '/same/', 'main h1') },
  ...plain('district', {
    'office-today': '/',
    board: '/board',
    tents: '/tents',
    money: '/money',
    'office-people': '/people',
  }),
  { name: 'move', role: 'district', path: `/households/${at.built}/move`, walk: save },
  ...plain('admin', { admin: '/people', devices: '/people/devices', held: '/people/held', audit: '/people/audit' }),
  { name: 'invite', role: 'admin', path: '/people/invite' },
  {
    name: 'device',
    role: 'admin',
    path: '/people/devices/none',
    walk: first('/people/devices', '/people/devices/', 'main dl'),
  },
  {
    name: 'held-entry',
    role: 'admin',
    path: '/people/held/none',
    walk: first('/people/held', '/people/held/', 'main dl'),
  },
  {
    name: 'new-device',
    role: 'admin',
    path: '/people/invite/none',
    walk: first('/people', '/people/invite/', 'main form, main h1'),
  },
]

const plain = (role: Role, lines: { [name: string]: string }): Screen[] =>
  Object.entries(lines).map(([name, path]) => ({ name, role, path }))

const search: Walk = async (page, look) => {
  await page
    .getByRole('searchbox')
    .or(page.getByLabel(/không cần dấu|diacritics/))
    .first()
    .fill('van')
  await look()
}

/** All that is asked, with what is said beside it while nothing is answered. */
const save: Walk = async (page, look) => {
  await page.locator('form button[type=submit]').click()
  await look()
}

const everyStep: Walk = async (page, look) => {
  const button = page.locator('.step-bar button')
  const count = Number(/\/(\d+)/.exec((await button.textContent()) ?? '')?.[1])
  // A draft comes back on the step where it was left.
  await button.click()
  await page.locator('.step-list button').first().click()
  for (let at = 1; at <= count; at += 1) {
    await look(String(at).padStart(2, '0'))
    await button.click()
    if (at === 1) await look('steps')
    await page
      .locator('.step-list button')
      .nth(Math.min(at, count - 1))
      .click()
  }
}

/** The page of nobody, then the first one that a list leads to. */
const first =
  (list: string, to: string, shown: string): Walk =>
  async (page, look) => {
    await look('gone')
    await page.goto(new URL(list, page.url()).href)
    await page.locator(`main a[href^="${to}"]`).first().click()
    await page.locator(shown).first().waitFor()
    await look()
  }

const oneVillage =
  (village: string): Walk =>
  async (page, look) => {
    await page.locator('main select').first().selectOption(village)
    await page.locator('main .row.mine').first().click()
    await look()
  }

/** A note written, so that there is something on this phone to look at. */
const recordedNote =
  (household: string): Walk =>
  async (page, look) => {
    await look('gone')
    const { origin } = new URL(page.url())
    await page.goto(`${origin}/households/${household}/note`)
    await page.locator('main textarea').first().fill('Cầu treo gãy ván, đi vòng lối suối.')
    await page.locator('main .foot button.main').click()
    await page.waitForURL(/households\/[^/]+$/)
    await page.goto(`${origin}/hand-in`)
    await page.locator('main .list a[href^="/hand-in/"]').last().waitFor()
    await look('list')
    await page.locator('main section .list a').first().click()
    await page.locator('main dl').first().waitFor()
    await look()
  }
