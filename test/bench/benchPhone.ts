import type { CDPSession, Page } from 'playwright'
import { openPhone, type Phone } from '../end-to-end/support/phone.ts'

/** Enrols a phone through the app's own screens and waits until its books are here. */
export const takeAlong = async (link: string, entries: number): Promise<Phone> => {
  const phone = await openPhone({ url: link })
  phone.context.setDefaultTimeout(60_000)
  await phone.page.getByLabel('Tên máy này').fill('máy đo')
  await phone.page.getByRole('button', { name: 'Vào sổ' }).click()
  await phone.page.getByRole('link', { name: 'Gửi' }).waitFor()
  await phone.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await until(async () => (await phone.page.evaluate(entriesHeld)) >= entries)
  return phone
}

/** Asks again every 100 ms. A page's own promise is awaited, which waiting for a function in the page doesn't do. */
export const until = async (so: () => Promise<boolean>): Promise<void> => {
  while (!(await so())) await new Promise((wake) => setTimeout(wake, 100))
}

const entriesHeld = (): Promise<number> =>
  new Promise((tell) => {
    const opening = indexedDB.open('mai-am')
    opening.onsuccess = () => {
      const asked = opening.result.transaction('cursors').objectStore('cursors').getAll()
      asked.onsuccess = () => {
        opening.result.close()
        tell((asked.result as { seq: number }[]).reduce((sum, { seq }) => sum + seq, 0))
      }
    }
  })

export const throttled = async (page: Page, rate: number): Promise<CDPSession> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
  return session
}

/**
 * The browser is closed and opened again without a network: ms from the start of the navigation until the frame (the
 * places) stands, and until the first household is drawn.
 */
export const coldStart = async (phone: Phone, url: string, rate: number): Promise<{ frame: number; list: number }> => {
  await phone.reopen({ offline: true })
  phone.context.setDefaultTimeout(60_000)
  await phone.page.getByRole('heading', { name: 'Hôm nay', exact: true }).waitFor()
  await phone.page.addInitScript(watchFirstDraw)
  await phone.page.goto('about:blank')
  await throttled(phone.page, rate)
  await phone.page.goto(url)
  await phone.page.waitForFunction(() => 'maiAmList' in window)
  const times = await phone.page.evaluate(() => ({
    frame: (window as unknown as { maiAmFrame: number }).maiAmFrame,
    list: (window as unknown as { maiAmList: number }).maiAmList,
  }))
  await throttled(phone.page, 1)
  return times
}

const watchFirstDraw = (): void => {
  const seen = (name: string, selector: string) => {
    const watch = new MutationObserver(() => {
      if (document.querySelector(selector) === null) return
      watch.disconnect()
      requestAnimationFrame(() => setTimeout(() => Object.assign(window, { [name]: performance.now() })))
    })
    watch.observe(document, { childList: true, subtree: true })
  }
  seen('maiAmFrame', '.places')
  seen('maiAmList', '.list .row')
}

/** Ms from the event that a tap makes until what it asked for is drawn: `shown` names it by a selector and its text. */
export const tapTime = async (
  page: Page,
  tap: () => Promise<unknown>,
  event: 'click' | 'input',
  shown: { selector: string; text?: string },
): Promise<number> => {
  await page.evaluate(
    ({ event, shown }) => {
      const box = window as unknown as { maiAmTap?: Promise<number> }
      box.maiAmTap = new Promise((tell) => {
        let began = 0
        const look = () => {
          const found = [...document.querySelectorAll(shown.selector)].some(
            (one) => shown.text === undefined || one.textContent?.includes(shown.text),
          )
          if (!found || began === 0) return
          watch.disconnect()
          requestAnimationFrame(() => setTimeout(() => tell(performance.now() - began)))
        }
        const watch = new MutationObserver(look)
        watch.observe(document, { childList: true, subtree: true, characterData: true })
        window.addEventListener(
          event,
          ({ timeStamp }) => {
            began = timeStamp
          },
          { capture: true, once: true },
        )
      })
    },
    { event, shown },
  )
  await tap()
  return page.evaluate(() => (window as unknown as { maiAmTap: Promise<number> }).maiAmTap)
}
