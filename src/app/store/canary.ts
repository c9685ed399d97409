import { readMarkers, writeMarker } from '../device/marker.ts'
import { countWaiting } from './deliveries.ts'
import { type Database, readEnrolment } from './tables.ts'

/**
 * What the marker beside the database knows, so that a loss can be told with numbers. `last`: the number of the last
 * entry written here.
 */
export type Mark = { device: string; waiting: number; last?: number; lastHandInMs: number | null }

/**
 * What was found at opening [L9]. `database-gone`: what was not handed in by then is lost from this phone.
 * `entries-gone`: the database is older than it was; these numbers, both ends included, are no longer in it.
 */
export type Loss =
  | { at: 'database-gone'; mark: Mark }
  | { at: 'entries-gone'; from: number; to: number }
  | { at: 'marker-gone' }

/** Compares the database with the marker beside it: both are there, or neither, or something was cleared. */
export const lookForLoss = async (database: Database): Promise<Loss | null> => {
  const { small, cached } = await readMarkers()
  const mark = (small ?? cached) as Mark | null
  const enrolment = await readEnrolment(database)
  // CASE 1: never enrolled, or wiped by order: nothing can be missing.
  const wiped = (await database.meta.get('wiped')) !== undefined
  if (enrolment === null && (mark === null || wiped)) {
    await writeMarker(null)
    return null
  }
  // CASE 2: the database went, with the enrolment and all that waited; said until somebody has read it, also where the
  // phone was enrolled anew meanwhile.
  if (mark !== null && mark.device !== enrolment?.device) return { at: 'database-gone', mark }
  // CASE 3: the database fell back behind what was written here: a damaged file was cut short.
  const fellBack = mark === null ? null : await fellBehind(database, mark)
  if (fellBack !== null) return fellBack
  // CASE 4: a marker went: the browser or somebody has begun to clear.
  const marked = (await database.meta.get('marked')) === true
  return small === null && marked ? { at: 'marker-gone' } : null
}

/** No number is used twice: the endpoint may have what went, and else knows by them what is missing. */
const fellBehind = (database: Database, { last = 0 }: Mark): Promise<Loss | null> =>
  database.transaction('rw', database.meta, async () => {
    const counter = ((await database.meta.get('counter')) as number | undefined) ?? 0
    if (counter >= last) return null
    await database.meta.put(last, 'counter')
    return { at: 'entries-gone', from: counter + 1, to: last }
  })

/** Writes down how things stand, beside the database and in it; called whenever they may have changed. */
export const keepMark = async (database: Database): Promise<void> => {
  const enrolment = await readEnrolment(database)
  if (enrolment === null) return
  const [lastSync, counter, marked] = await database.meta.bulkGet(['lastSyncMs', 'counter', 'marked'])
  const mark: Mark = {
    device: enrolment.device,
    waiting: await countWaiting(database),
    last: (counter as number | undefined) ?? 0,
    lastHandInMs: (lastSync as number | undefined) ?? null,
  }
  const text = JSON.stringify(mark)
  // While books come in, dozens of changes a second change nothing of it.
  if (marked === true && written.get(database) === text) return
  await writeMarker(mark)
  written.set(database, text)
  if (marked !== true) await database.meta.put(true, 'marked')
}

/** What this page last wrote beside a database. */
const written = new WeakMap<Database, string>()

/** A person has read what was lost. */
export const forgetLoss = async (database: Database): Promise<void> => {
  await writeMarker(null)
  written.delete(database)
  await keepMark(database)
}
