import type { PackRefusal } from '../../domain/maps/packRefusal.ts'
import type { MapDoors } from './mapDoors.ts'
import type { PackWriter } from './packWriter.ts'
import { tidyPacks } from './tidyPacks.ts'

type Elsewhere = { at: 'refused'; code: Extract<PackRefusal, 'elsewhere'> }

/**
 * Does it with a thread to write in: one pack at a time over all tabs, for a file has one writer. What nobody knows any
 * more is tidied away before (a crash left it) and after (its row was deleted while it came).
 */
export const inTurn = <Result>(
  { database, startWriter }: MapDoors,
  act: (writer: PackWriter) => Promise<Result>,
): Promise<Result | Elsewhere> =>
  navigator.locks.request(`mai-am-maps ${database.name}`, { ifAvailable: true }, async (lock) => {
    if (lock === null) return { at: 'refused', code: 'elsewhere' }
    await tidyPacks(database)
    const writer = startWriter()
    try {
      return await act(writer)
    } finally {
      await writer.close()
      writer.end()
      await tidyPacks(database)
    }
  })
