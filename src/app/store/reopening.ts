import { isFull } from './isFull.ts'
import type { Database } from './tables.ts'

const closed = new Set(['DatabaseClosedError', 'InvalidStateError', 'AbortError', 'UnknownError'])
const tries = 3

/**
 * [L10] Some phones close the database in the background: it is opened again and the transaction done anew. What it
 * does must be whole or nothing, so that doing it again is safe.
 */
export const reopening = async <Result>(database: Database, act: () => Promise<Result>): Promise<Result> => {
  for (let tried = 1; ; tried += 1) {
    try {
      return await act()
    } catch (error) {
      if (isFull(error) || tried >= tries || !closed.has((error as { name: string }).name)) throw error
      database.close({ disableAutoOpen: false })
      await database.open()
    }
  }
}
