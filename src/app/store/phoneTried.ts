import { openedAgain, type PhoneTried } from '../../domain/try-phone/phoneTried.ts'
import { announce } from './changes.ts'
import { reopening } from './reopening.ts'
import type { Database } from './tables.ts'

const key = 'phoneTried'

/** How far this phone was tried out, as a page of that life finds it; null where nobody has begun. */
export const readTried = async (database: Database, life: string): Promise<PhoneTried | null> => {
  const tried = (await reopening(database, () => database.meta.get(key))) as PhoneTried | undefined
  return tried === undefined ? null : openedAgain(tried, life)
}

/** Read, changed and kept in one strict transaction: what comes next is to be stopped. `null` takes it away. */
export const changeTried = async (
  database: Database,
  life: string,
  change: (tried: PhoneTried | null) => PhoneTried | null,
): Promise<void> => {
  await reopening(database, () =>
    database.transaction('rw', database.meta, async () => {
      const tried = change(await readTried(database, life))
      if (tried === null) await database.meta.delete(key)
      else await database.meta.put(tried, key)
    }),
  )
  announce('tried')
}

/** Writes as a save does, one strict transaction each, and says how long each that got through took, in ms. */
export const timeWrites = async (
  database: Database,
  count: number,
  told: (done: number) => void,
): Promise<number[]> => {
  const took: number[] = []
  const text = 'x'.repeat(2000)
  for (let at = 0; at < count; at += 1) {
    const begun = performance.now()
    try {
      await reopening(database, () => database.meta.put({ at, text }, 'phoneTriedWrite'))
      took.push(Math.round((performance.now() - begun) * 10) / 10)
    } catch (error) {
      // What did not get through is said by its number.
      console.error(error)
    }
    told(at + 1)
  }
  await reopening(database, () => database.meta.delete('phoneTriedWrite'))
  return took
}
