import type { BrowserContext, Page } from 'playwright'
import { expect } from 'vitest'
import project from '../../../package.json' with { type: 'json' }
import type { Chance } from '../../../src/endpoint/demo/chance.ts'
import type { OneOrigin } from './oneOrigin.ts'
import type { Variant } from './variants.ts'

/** A household, what stands in the draft of its note, and the notes that were saved; `later`: by the newer build. */
export type Noted = { id: string; name: string; draft: string; saved: { text: string; later: boolean }[] }

type Tab = { page: Page; build: Variant; of: Noted }

/** Tabs of one phone, each in the build it was opened with; each writes a note about a household of its own. */
export type SkewedTabs = {
  /** One thing that a person may do, chosen by chance among those that are possible. */
  step(chance: Chance, most: number): Promise<string>
  /** What each open tab shows: nothing blank, no failure, the form as it was left. */
  look(): Promise<void>
  closeAll(): Promise<void>
}

const builds: readonly Variant[] = ['older', 'today', 'newer']
const failures = ['Không mở được bộ nhớ của máy', 'Màn hình này gặp lỗi', 'Không có trang này']

export const skewedTabs = (context: BrowserContext, origin: OneOrigin, households: readonly Noted[]): SkewedTabs => {
  const tabs: Tab[] = []
  let typed = 0

  const go = async (tab: Tab, build: Variant): Promise<void> => {
    tab.build = build
    await tab.page.goto(`${origin.url}/households/${tab.of.id}/note?build=${build}`)
    await form(tab).waitFor()
    const runs = await tab.page.evaluate(() => document.documentElement.dataset.build)
    expect(runs).toBe(build === 'today' ? project.version : build)
  }
  const open = async (chance: Chance, build: Variant): Promise<string> => {
    const of = chance.pick(households.filter((one) => !tabs.some((tab) => tab.of === one)))
    const tab: Tab = { page: await context.newPage(), build, of }
    tabs.push(tab)
    await go(tab, tab.build)
    return `open ${tab.build}`
  }
  const type = async (tab: Tab): Promise<void> => {
    typed += 1
    tab.of.draft = `ghi ${typed} của ${tab.of.name}`
    await form(tab).fill(tab.of.draft)
  }
  const kept = (tab: Tab) => tab.page.getByText('Bản nháp đã lưu trên máy').waitFor()
  const acts: { [act: string]: (tab: Tab, chance: Chance) => Promise<string> } = {
    update: async (tab, chance) => {
      const build = chance.pick(builds.filter((one) => one !== tab.build))
      await go(tab, build)
      return `update to ${build}`
    },
    close: async (tab) => {
      tabs.splice(tabs.indexOf(tab), 1)
      await tab.page.close()
      return `close ${tab.build}`
    },
    type: async (tab) => {
      await type(tab)
      await form(tab).blur()
      await kept(tab)
      return `type in ${tab.build}`
    },
    // Another build opens the database while the draft is on its way.
    'type meanwhile': async (tab, chance) => {
      await type(tab)
      const said =
        tabs.length < households.length ? await open(chance, chance.weighted({ older: 1, today: 1, newer: 3 })) : ''
      await kept(tab)
      return `type in ${tab.build}, ${said}`
    },
    save: async (tab) => {
      if (tab.of.draft === '') await type(tab)
      await tab.page.getByRole('button', { name: 'Lưu ghi chú' }).click()
      // A screen that this build has not brought yet, with another build's database under it.
      await tab.page.getByRole('heading', { name: tab.of.name }).waitFor()
      tab.of.saved.push({ text: tab.of.draft, later: tab.build === 'newer' })
      tab.of.draft = ''
      await tab.page
        .getByRole('link', { name: /Ghi chú/ })
        .first()
        .click()
      await form(tab).waitFor()
      return `save in ${tab.build}`
    },
  }
  return {
    step: async (chance, most) => {
      // Most phones are behind: what comes later finds their tabs open.
      if (tabs.length === 0) return open(chance, chance.weighted({ older: 3, today: 3, newer: 1 }))
      if (tabs.length < most && chance.happens(0.35)) return open(chance, chance.pick(builds))
      const act = chance.weighted({ update: 3, close: tabs.length > 1 ? 1 : 0, type: 2, 'type meanwhile': 2, save: 3 })
      return acts[act]?.(chance.pick(tabs), chance) ?? ''
    },
    look: async () => {
      for (const { page, of, build } of tabs) {
        const said = (await page.locator('main h1').first().textContent()) ?? ''
        expect(said.trim(), build).not.toBe('')
        expect(failures, build).not.toContain(said)
        expect(await page.locator('main textarea').inputValue(), `${of.name} in ${build}`).toBe(of.draft)
      }
    },
    closeAll: async () => {
      for (const { page } of tabs.splice(0)) await page.close()
    },
  }
}

const form = ({ page }: Tab) => page.getByLabel('Ghi chú về hộ này')
