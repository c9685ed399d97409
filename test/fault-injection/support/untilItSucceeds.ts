import { uuid7 } from '../../../src/endpoint/accept/uuid7.ts'
import type { TestDevice } from '../../support/testDevice.ts'
import { kengDu, muongLong, myLy, type TestEndpoint } from '../../support/testEndpoint.ts'
import { nothingFalse, nothingLost } from './checker.ts'
import type { Breaking } from './in-page/steps.ts'
import type { PhonePage } from './phonePage.ts'

export type Act = 'save' | 'push' | 'pull' | 'photo'

const books = { save: kengDu, push: myLy, pull: kengDu, photo: muongLong } as const
const patience = { stuckMs: 60_000, timeoutMs: 20_000 }
const tries = 4

/** Breaks an act's k-th await for every k, each time on top of what was before, until k is beyond its end. */
export const untilItSucceeds = async (
  endpoint: TestEndpoint,
  page: PhonePage,
  act: Act,
  how: Breaking,
): Promise<{ broken: number; wrong: string[] }> => {
  const name = `${act}-${how}`
  const book = books[act]
  const device = await page.begin(name, endpoint.url, await endpoint.invite('recorder', [book], name))
  const other = act === 'pull' ? await endpoint.device('recorder', [book], `other of ${name}`) : null
  const saved = { entries: [] as string[], photos: [] as string[] }
  const wrong: string[] = []
  for (let k = 1; ; k += 1) {
    const say = (what: string) => wrong.push(`${name}, await ${k}: ${what}`)
    const photo = act === 'save' || act === 'photo' ? await page.stage(name, k * 7, 3_000, 800) : null
    if (act === 'push')
      saved.entries.push(
        ...(await page.save(
          name,
          [1, 2].map((at) => ({ book, text: `${k}.${at}` })),
        )),
      )
    if (act === 'photo' && photo !== null) saved.entries.push(...(await page.recordPhoto(name, photo, book)))
    if (other !== null) await write(other, book, k)
    await page.breakAt(name, k, how)
    const done = act === 'save' && photo !== null ? await saving(page, name, photo, book) : await handedIn(page, name)
    const { broken } = await page.mend(name)
    if (how === 'hang') await page.openAgain(name)
    if (!broken && done === null) say('nothing was broken, and it failed')
    let seen = await page.look(name)
    if (act === 'save' && photo !== null) {
      const before = new Set(saved.entries)
      const kept = seen.own.flatMap(({ id }) => (before.has(id) ? [] : [id]))
      const waits = seen.photos.find((one) => one.photo === photo)?.state
      const draft = seen.drafts.some((key) => key.endsWith(photo))
      // Saved with its photo and without its draft, or nothing of it.
      if (kept.length === 1 ? draft || waits !== 'waiting' : kept.length !== 0 || !draft || waits !== 'staged')
        say(`half a save: ${kept.length} entries, photo ${waits}, draft ${draft}`)
      if (done !== null && kept.length === 0) say('was told saved, and is not there')
      // A person taps once more where nobody said "saved".
      saved.entries.push(...(kept.length === 1 ? kept : await page.recordPhoto(name, photo, book)))
    }
    if (photo !== null) saved.photos.push(photo)
    for (const what of await nothingFalse(endpoint, seen)) say(what)
    let outcome = await page.sync(name, patience)
    for (let tried = 1; tried < tries && outcome.at !== 'done'; tried += 1) outcome = await page.sync(name, patience)
    if (outcome.at !== 'done') say(`does not succeed: ${JSON.stringify(outcome)}`)
    seen = await page.look(name)
    for (const { id, delivery } of seen.own) if (delivery.at !== 'handed-in') say(`${id} is ${delivery.at}`)
    if (broken) continue
    const end = await nothingLost(endpoint, device ?? '', saved, await page.lookWithBooks(name))
    for (const what of end.wrong) say(what)
    return { broken: k - 1, wrong }
  }
}

/** The ids that a person was told are saved; null where the save failed or never came back. */
const saving = (page: PhonePage, name: string, photo: string, book: string): Promise<string[] | null> =>
  page.recordPhoto(name, photo, book).catch(() => null)

const handedIn = async (page: PhonePage, name: string): Promise<true | null> =>
  (await page.sync(name, patience)).at === 'done' ? true : null

const write = async (other: TestDevice, book: string, k: number): Promise<void> => {
  await other.sync({ push: [other.entry(book, 'note.added', uuid7(Date.now()), { text: `người khác ${k}` })] })
}
