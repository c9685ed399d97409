import type { Page } from 'playwright'
import type { BookState } from '../../../src/domain/book/bookState.ts'
import { buildOf } from '../../../src/domain/build/buildView.ts'
import { stages } from '../../../src/domain/entries/communeBodies.ts'
import { type HouseholdRow, householdRows } from '../../../src/domain/lists/householdRows.ts'
import { inReviewOrder, reviewQueue } from '../../../src/domain/lists/reviewQueue.ts'

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

/** Every screen there is, on the trial's books. A new screen is one more line here. */
export const screensOf = (books: Iterable<BookState>): Screen[] => {
  const states = [...books]
  const rows = states.flatMap((state) => [...householdRows(state)])
  const one = (found: (row: HouseholdRow) => boolean): HouseholdRow => {
    const row = rows.find(found)
    if (row === undefined) throw new Error('the trial has no such household')
    return row
  }
  const waiting = states.flatMap((state) => reviewQueue(state, () => undefined)).sort(inReviewOrder)[0]
  const built = one(({ stage, build }) => stage === 'foundation' && build !== null)
  const returned = one((row) => states.some((state) => returnedIn(state, row.build)))
  const plain = (role: Role, lines: { [name: string]: string }): Screen[] =>
    Object.entries(lines).map(([name, path]) => ({ name, role, path }))
  return [
    ...plain('recorder', {
      welcome: '/welcome',
      today: '/',
      'take-along': '/take-along',
      households: '/households',
      register: '/households/new',
      leave: `/leave/${encodeURIComponent(returned.village)}`,
      'hand-in': '/hand-in',
      people: '/people',
      nowhere: '/nowhere',
      'not-for-you': '/people/devices',
      'household-tent': `/households/${one(({ dwelling }) => dwelling === 'tent').id}`,
      'household-returned': `/households/${returned.id}`,
    }),
    ...plain(
      'recorder',
      Object.fromEntries(
        stages.map((stage) => [`household-${stage}`, `/households/${one((row) => row.stage === stage).id}`]),
      ),
    ),
    { name: 'search', role: 'recorder', path: '/households', walk: search },
    ...plain('recorder', {
      visit: `/households/${built.id}/visit`,
      amend: `/households/${built.id}/amend`,
      note: `/households/${built.id}/note`,
      stage: `/builds/${built.build}/stage`,
      hold: `/builds/${built.build}/hold`,
      contribution: `/builds/${built.build}/contribution`,
    }),
    { name: 'check', role: 'recorder', path: `/builds/${built.build}/check`, walk: everyStep },
    { name: 'check-returned', role: 'recorder', path: `/builds/${returned.build}/check` },
    ...plain('inspector', {
      'inspector-today': '/',
      'inspector-field': '/field',
      queue: '/review',
      review: `/review/${waiting?.check.entry}`,
    }),
    ...plain('district', { 'office-today': '/', board: '/board', 'office-people': '/people', same: '/same' }),
    { name: 'move', role: 'district', path: `/households/${built.id}/move`, walk: save },
    ...plain('admin', { admin: '/people', devices: '/people/devices', held: '/people/held', audit: '/people/audit' }),
    { name: 'invite', role: 'admin', path: '/people/invite' },
    { name: 'device', role: 'admin', path: '/people/devices', walk: firstDevice },
  ]
}

const returnedIn = (state: BookState, build: string | null): boolean =>
  build !== null && buildOf(state, build)?.checks[0]?.status === 'returned'

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

const firstDevice: Walk = async (page, look) => {
  await page.locator('main .list a').first().click()
  await page.locator('main dl').first().waitFor()
  await look()
}
