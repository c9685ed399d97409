import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { openBrowser } from '../../end-to-end/support/phone.ts'

/** A page in a browser of its own, on a folder that goes with it; its verbs are called by name. */
export type VerbPage<Verbs> = { page: Page; verbs: Verbs; remove(): Promise<void> }

type AnyVerbs = { [verb: string]: (...words: never[]) => Promise<unknown> }

export const freshPage = async <Verbs extends AnyVerbs>(
  url: string,
  script: string | null,
): Promise<VerbPage<Verbs>> => {
  const profile = mkdtempSync(join(tmpdir(), 'mai-am-bench-page-'))
  const context = await openBrowser(profile, { url, noWorker: true })
  const page = context.pages()[0] ?? (await context.newPage())
  page.setDefaultTimeout(600_000)
  // A page of the bench on somebody's own address: the code comes beside what that server has.
  if (script !== null)
    await context.route('**/bench-page*', (route) =>
      new URL(route.request().url()).pathname === '/bench-page.js'
        ? route.fulfill({ contentType: 'text/javascript', body: script })
        : route.fulfill({
            contentType: 'text/html',
            body: '<!doctype html><meta charset="utf-8"><script src="/bench-page.js"></script>',
          }),
    )
  await page.goto(url)
  await page.waitForFunction(() => 'bench' in window)
  const verbs = new Proxy({} as Verbs, {
    get: (_, verb) =>
      verb === 'then' ? undefined : (...words: unknown[]) => page.evaluate(ask, { verb: String(verb), words }),
  })
  return {
    page,
    verbs,
    remove: async () => {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

const ask = ({ verb, words }: { verb: string; words: unknown[] }): unknown =>
  (window as unknown as { bench: { [verb: string]: (...words: unknown[]) => unknown } }).bench[verb]?.(...words)
