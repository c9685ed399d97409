/** What runs in the browser beside the app: the raw engine and the peers, each by a verb. */
import type { Documents } from '../district/asDocuments.ts'
import { jsonHandIn } from '../in-page/json.ts'
import { odkHandIn, odkWrite } from '../in-page/odk.ts'
import { rawLoad } from '../in-page/raw.ts'
import { rawBegin, rawCounts, rawListed, rawSave, rawSaveWithRow, rawSearch } from '../in-page/rawWork.ts'
import { pouchBulk, pouchHandIn, pouchPull, pouchWrite } from './pouch.ts'
import { rxBulk, rxHandIn, rxPull, rxWrite } from './rx.ts'

/** Fetched before any clock runs. */
let documents: Documents = { households: [], visits: [] }

const verbs = {
  bring: async (): Promise<number> => {
    documents = (await (await fetch('/page/documents.json')).json()) as Documents
    return documents.households.length + documents.visits.length
  },
  rawLoad: (commune: string) => rawLoad(documents, commune),
  rawBegin: () => rawBegin(documents),
  rawListed,
  rawSearch,
  rawCounts: (communes: readonly string[]) => rawCounts(communes),
  rawSave: (household: string) => rawSave(documents, household),
  rawSaveWithRow: (household: string) => rawSaveWithRow(documents, household),
  pouchBulk: (commune: string) => pouchBulk(documents, commune),
  pouchPull,
  pouchWrite,
  pouchHandIn,
  rxBulk: (commune: string) => rxBulk(documents, commune),
  rxPull,
  rxWrite,
  rxHandIn,
  odkWrite,
  odkHandIn,
  jsonHandIn,
}
export type PeerVerbs = typeof verbs

Object.assign(window, { bench: verbs })
