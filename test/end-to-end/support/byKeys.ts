import type { Page } from 'playwright'
import { expect } from 'vitest'

type Stop = { name: string; tag: string; seen: boolean; inSight: boolean }

/** Where the focus is, how it is called, and whether a person sees it there. */
export const stopOf = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const at = document.activeElement ?? document.body
    const labels = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? [...(at.labels ?? [])] : []
    const named =
      at.getAttribute('aria-label') ?? (labels.map(({ textContent }) => textContent).join(' ') || at.textContent)
    // A choice is drawn by what stands behind its native input.
    const drawn = at.matches('.choice input') ? at.nextElementSibling : at
    const { outlineStyle, outlineWidth } = getComputedStyle(drawn ?? at)
    const box = (drawn ?? at).getBoundingClientRect()
    return {
      name: (named ?? '').trim().replace(/\s+/g, ' '),
      tag: at.tagName,
      seen: outlineStyle !== 'none' && outlineWidth !== '0px',
      inSight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    }
  })

/** Tab by Tab to what is called so; every stop on the way can be seen. */
export const tabTo = async (page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  const passed: string[] = []
  for (let stops = 0; stops < 90; stops += 1) {
    await page.keyboard.press(key)
    const stop = await stopOf(page)
    if (stop.tag === 'BODY') continue
    expect(stop, `the focus on “${stop.name}” is seen`).toMatchObject({ seen: true, inSight: true })
    if (name.test(stop.name)) return
    passed.push(stop.name.slice(0, 30))
  }
  throw new Error(`no stop is called ${name}: ${passed.join(' | ')}`)
}

/** The focus stands at the beginning of the screen of that title, or at a field of it. */
export const beginsAt = async (page: Page, title: RegExp): Promise<void> => {
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await expect
    .poll(async () => (await stopOf(page)).tag, { message: `a place to go on from on ${title}` })
    .not.toBe('BODY')
}
