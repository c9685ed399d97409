import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { screensOf } from '../end-to-end/support/screens.ts'
import type { Places } from '../end-to-end/support/trialPlaces.ts'

const app = readFileSync('src/app/shell/App.tsx', 'utf8')
/** Where a screen of the app is one of several by a word of its address. */
const parted = { '/print': 'src/app/screens/print/Print.tsx', '/people': 'src/app/screens/people/Admin.tsx' }

const nowhere: Places = {
  tent: 'x',
  returned: 'x',
  returnedBuild: 'x',
  village: 'x',
  built: 'x',
  build: 'x',
  stages: { planned: 'x' },
  check: 'x',
  visit: 'x',
}

const walked = screensOf(nowhere).map(({ path }) => path)

/** `/households/:id/visit` as the addresses that it is for. */
const addressesOf = (route: string): RegExp =>
  new RegExp(`^${route.replace(/\/:\w+\?/g, '(/[^/]+)?').replace(/\/:\w+/g, '/[^/]+')}$`)

it('[R-look-02] each of the app’s addresses is on the list of screens that are walked through', () => {
  const routes = [...app.matchAll(/<Route path="([^"]+)"/g)].map(([, path]) => path ?? '')
  expect(routes.length).toBeGreaterThan(30)
  expect(routes.filter((route) => !walked.some((path) => addressesOf(route).test(path)))).toEqual([])
})

it('[R-look-02] so is each sheet to print and each part below *Mọi người*, with and without an id', () => {
  for (const [base, file] of Object.entries(parted)) {
    const lines = [...readFileSync(file, 'utf8').matchAll(/\b(?:sheet|part) === '([\w-]+)'\)(.*id === '')?/g)]
    expect(lines.length, file).toBeGreaterThan(3)
    for (const [, part, listed] of lines) {
      if (base === '/print' || listed !== undefined)
        expect(
          walked.some((path) => path.startsWith(`${base}/${part}/`)),
          part,
        ).toBe(true)
      if (base !== '/print') expect(walked, part).toContain(`${base}/${part}`)
    }
  }
})
