import type { Page } from 'playwright'

/**
 * Ms since 1970 at which an element says so (a regular expression over its text) and is drawn. The page looks at each of
 * its own changes: who asks it from outside, now and then, adds up to half a second.
 */
export const saidAt = (page: Page, selector: string, pattern: string): Promise<number> =>
  page.evaluate(
    ([selector, pattern]) =>
      new Promise<number>((tell) => {
        const says = () =>
          [...document.querySelectorAll(selector)].some((one) => new RegExp(pattern).test(one.textContent ?? ''))
        const drawn = () => requestAnimationFrame(() => setTimeout(() => tell(Date.now())))
        if (says()) return drawn()
        const watch = new MutationObserver(() => {
          if (!says()) return
          watch.disconnect()
          drawn()
        })
        watch.observe(document, { childList: true, subtree: true, characterData: true })
      }),
    [selector, pattern] as const,
  )

/** Taps on what bears this text, at once or as soon as it stands; ms since 1970 of the tap. */
export const tappedAt = async (page: Page, selector: string, pattern: string): Promise<number> => {
  await saidAt(page, selector, pattern)
  return page.evaluate(
    ([selector, pattern]) => {
      const found = [...document.querySelectorAll<HTMLElement>(selector)].find((one) =>
        new RegExp(pattern).test(one.textContent ?? ''),
      )
      const atMs = Date.now()
      found?.click()
      return atMs
    },
    [selector, pattern] as const,
  )
}
