import { type BackPage, syncAnswer, syncLimits } from '../../wire/messages/sync.ts'
import { entriesOf } from '../store/entriesOf.ts'
import { swapIn } from '../store/freshCopy.ts'
import { pagesLacking, setReturned } from '../store/giveBack.ts'
import type { Enrolment, StoredPage } from '../store/tables.ts'
import type { Answer } from '../transport/signedRequest.ts'
import { askSync } from './askSync.ts'
import { receiptIsRight } from './receiptIsRight.ts'
import type { Run } from './run.ts'

/** Pages may need to be asked for again (`more`), or the line broke while a page was given back. */
export type Swapped = 'done' | 'more' | Extract<Answer, { at: 'no-signal' }>

/**
 * Puts whole fresh copies in place of the old books. After a restore the endpoint first gets back the old pages that hold
 * what it lacks, and the copy is pulled to its end once more; the old pages go only then [I6].
 */
export const swapFresh = async (run: Run, enrolment: Enrolment, columns: boolean): Promise<Swapped> => {
  const { database, device, signal } = run
  let gaveBack = false
  for (const { book, whole } of await database.fresh.toArray()) {
    if (!whole) continue
    const cursor = await database.cursors.get(book)
    const lacking = cursor?.afresh === 'other-epoch' ? await pagesLacking(database, book) : []
    for (const page of lacking) {
      const answer = await give(run, enrolment, page, columns)
      if (answer !== null) return answer
      gaveBack = true
    }
    signal.throwIfAborted()
    if (lacking.length === 0) await swapIn(database, book, device.nowMs())
  }
  return gaveBack ? 'more' : 'done'
}

const give = async (
  run: Run,
  enrolment: Enrolment,
  page: StoredPage,
  columns: boolean,
): Promise<Extract<Answer, { at: 'no-signal' }> | null> => {
  const { book, from, to, epoch, seal } = page
  const back: BackPage = { epoch, book, from, to, entries: await entriesOf(page), seal }
  const answer = await askSync(run, enrolment, {
    push: [],
    hashes: new Map(),
    columns,
    back: [back],
    pull: {},
    limit: syncLimits.pageEntries,
  })
  if (answer.at === 'no-signal') return answer
  const said = answer.status === 200 ? syncAnswer.safeParse(answer.json) : null
  const status = said?.data?.backs.find((one) => one.book === book && one.from === from)
  // [I2] What it says of a page counts no more than what it says of entries, until its receipt is right.
  if (said?.success && !(await receiptIsRight(enrolment, answer.nonce, said.data)))
    return { at: 'no-signal', why: 'not-the-endpoint' }
  // A page that isn't taken is kept aside, not lost: the next pages go on [L1].
  const returned =
    status === undefined ? `${answer.status}` : status.status === 'taken' ? 'taken' : (status.code ?? 'held')
  if (answer.status >= 500 || answer.status === 429) return { at: 'no-signal', why: 'network' }
  await setReturned(run.database, page, returned)
  return null
}
