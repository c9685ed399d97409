/** The app without its screens: its own database, keys, hand-in, memory and lists, each by a verb. */
import { browserDevice } from '../../../src/app/device/browserDevice.ts'
import { enrolDevice } from '../../../src/app/enrol/enrolDevice.ts'
import { recordVisit } from '../../../src/app/record/recordVisit.ts'
import { openStore } from '../../../src/app/store/openStore.ts'
import { rowsOfBooks } from '../../../src/app/store/queries/rowsOfBooks.ts'
import type { Store } from '../../../src/app/store/store.ts'
import { openDatabase } from '../../../src/app/store/tables.ts'
import { syncOnce } from '../../../src/app/sync/syncOnce.ts'
import { patience, watchedRun } from '../../../src/app/sync/watchedRun.ts'
import type { VisitRecorded } from '../../../src/domain/entries/communeBodies.ts'
import { boardOf, sumCounts } from '../../../src/domain/lists/board.ts'
import { householdRows } from '../../../src/domain/lists/householdRows.ts'
import { searchRows } from '../../../src/domain/lists/searchRows.ts'

let store: Store | null = null
const here = (): Store => {
  if (store === null) throw new Error('begin comes first')
  return store
}

const timed = <Made>(make: () => Made): [number, Made] => {
  const began = performance.now()
  const made = make()
  return [performance.now() - began, made]
}

const verbs = {
  /** Enrols, brings the books and opens them, as the app does at its first start. Households that stand then. */
  begin: async (code: string): Promise<number> => {
    const database = openDatabase('mai-am')
    const enrolled = await enrolDevice(database, browserDevice, code, 'máy đo')
    if (!enrolled.ok) throw new Error(enrolled.why)
    const outcome = await watchedRun(syncOnce, database, browserDevice, () => undefined, patience)
    if (outcome.at !== 'done') throw new Error(JSON.stringify(outcome))
    store = await openStore(database, browserDevice)
    return rowsOfBooks(store).length
  },
  /** Ms until the first thousand households of a book stand, sorted, out of all that the list has. */
  listed: async (book: string): Promise<{ ms: number; rows: number }> => {
    const [ms, rows] = timed(() =>
      searchRows(rowsOfBooks(here()), {})
        .filter((row) => row.book === book)
        .slice(0, 1000),
    )
    return { ms, rows: rows.length }
  },
  /** Ms until all rows of all books whose names contain a text stand, those that begin with it first. */
  search: async (text: string): Promise<{ ms: number; found: number }> => {
    const [ms, rows] = timed(() => searchRows(rowsOfBooks(here()), { text }))
    return { ms, found: rows.length }
  },
  /** Ms of the whole board: by stage and commune, and by village too. */
  counts: async (): Promise<number> => {
    const { books } = here()
    return timed(() => sumCounts([...books.values()].map((state) => boardOf(state, householdRows(state)).commune)))[0]
  },
  /** Ms from the form's verb to saved, with the lists as they stand then. */
  save: async (book: string, household: string, body: VisitRecorded): Promise<number> => {
    const began = performance.now()
    const saved = await recordVisit(here(), book, household, body, { draft: 'bench', photos: [] })
    const rows = rowsOfBooks(here())
    const took = performance.now() - began
    const row = rows.find(({ id }) => id === household)
    if (!saved.ok || row?.lastVisit == null || !row.pending) throw new Error('the visit was not saved')
    return took
  },
}
export type OurVerbs = typeof verbs

Object.assign(window, { bench: verbs })
