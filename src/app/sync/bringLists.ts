import { columnsType, splitParts } from '../../wire/columns/columnBody.ts'
import { type ListAhead, readList } from '../../wire/columns/listColumns.ts'
import { foldVersion } from '../device/build.ts'
import { showListsAhead } from '../store/showListsAhead.ts'
import type { Enrolment } from '../store/tables.ts'
import { canSayColumns, readColumns } from '../transport/columns.ts'
import { signedRequest } from '../transport/signedRequest.ts'
import type { Run } from './run.ts'

/**
 * [R-ahead-03] Lists of books of which nothing is here yet: the households stand while the pages are still on their way. The
 * first one alone says how fast the line is; then so many at a time as come in ten seconds. What goes wrong costs time
 * alone: the pages have all. `shown`: not before then. False where none came.
 */
export const bringLists = async (
  run: Run,
  enrolment: Enrolment,
  books: readonly string[],
  shown: Promise<void> = Promise.resolve(),
): Promise<boolean> => {
  if (!canSayColumns()) return false
  const keep: (() => Promise<void>)[] = []
  let showing = shown
  // The next ones are asked for before these may be shown.
  const show = (lists: readonly ListAhead[]): void => {
    showing = showing.then(async () => {
      run.signal.throwIfAborted()
      keep.push(await showListsAhead(run.database, lists))
    })
  }
  try {
    await askAll(run, enrolment, books, show).catch((error: unknown) => run.signal.aborted || console.error(error))
    await showing
    // The list is drawn before the disk has the page's thread for what nobody waits for.
    if (keep.length > 0 && !run.alone) await new Promise((drawn) => setTimeout(drawn, drawnMs))
    for (const one of keep) {
      run.signal.throwIfAborted()
      await one()
    }
  } catch (error) {
    run.signal.throwIfAborted()
    console.error(error)
  }
  return keep.length > 0
}

const askAll = async (
  run: Run,
  enrolment: Enrolment,
  books: readonly string[],
  show: (lists: readonly ListAhead[]) => void,
): Promise<void> => {
  const left = new Set(books)
  let most = 1
  while (left.size > 0) {
    const begun = run.device.nowMs()
    const bytes = await ask(run, enrolment, [...left], most)
    if (bytes === null || bytes.length === 0) return
    const lists = await Promise.all(splitParts(bytes).map(async (part) => readList(await readColumns(part, mostSaid))))
    const asked = lists.filter(({ book }) => left.delete(book))
    if (asked.length === 0) return
    show(asked)
    const perMs = bytes.length / Math.max(1, run.device.nowMs() - begun)
    most = Math.round(Math.min(Math.max(perMs * tenSecondsMs, 64 * 1024), 2 * 1024 * 1024))
  }
}

const drawnMs = 50
const tenSecondsMs = 10_000

/** Characters and values of one list, above what the largest commune has. */
const mostSaid = 256 * 1024 * 1024

const ask = async (run: Run, enrolment: Enrolment, books: readonly string[], most: number) => {
  const { database, device, signal, timeoutMs } = run
  const clockOffsetMs = ((await database.meta.get('clockOffsetMs')) as number | undefined) ?? 0
  const answer = await signedRequest(device, enrolment, {
    method: 'POST',
    path: '/api/lists',
    body: new TextEncoder().encode(JSON.stringify({ fold: foldVersion, books, most })),
    headers: { 'content-type': 'application/json', accept: `${columnsType}, application/json` },
    timeoutMs,
    clockOffsetMs,
    signal,
  })
  signal.throwIfAborted()
  return answer.at === 'answer' && answer.status === 200 ? answer.bytes : null
}
