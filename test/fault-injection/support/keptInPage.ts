import type { Page } from 'playwright'
import type { Entry } from '../../../src/domain/entries/entry.ts'

type OwnKept = { n: number; state: string; entry: Entry }

export type KeptInPage = {
  /** As IndexedDB counts: ten times Dexie's. */
  version: number
  device: string
  own: OwnKept[]
  /** The text of each draft that has one. */
  drafts: { [key: string]: string }
}

/** What lies on a phone's disk, read without the app from a page of its address. */
export const keptInPage = (page: Page): Promise<KeptInPage> =>
  page.evaluate(async () => {
    const asked = <Result>(request: IDBRequest<Result>): Promise<Result> =>
      new Promise((done, failed) => {
        request.onsuccess = () => done(request.result)
        request.onerror = () => failed(request.error)
      })
    const database = await asked(indexedDB.open('mai-am'))
    const store = (name: string) => database.transaction(name).objectStore(name)
    const own = (await asked(store('own').getAll())) as OwnKept[]
    const drafts = (await asked(store('drafts').getAll())) as { key: string; form: { text?: string } }[]
    const enrolment = (await asked(store('meta').get('enrolment'))) as { device: string }
    const { version } = database
    database.close()
    return {
      version,
      device: enrolment.device,
      own: own.map(({ n, state, entry }) => ({ n, state, entry })),
      drafts: Object.fromEntries(drafts.map(({ key, form }) => [key, form.text ?? ''])),
    }
  })
