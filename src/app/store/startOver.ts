import { announce } from './changes.ts'
import { emptyCopy } from './freshCopy.ts'
import type { PhotoRow } from './photoRows.ts'
import { reopening } from './reopening.ts'
import type { Enrolment } from './tables.ts'
import { type Database, type Delivery, type OwnEntry, writeEnrolment } from './tables.ts'

/**
 * The endpoint was restored from a backup. Nothing is thrown away: all of this device's entries are handed in once more
 * with the stamps they once got, every book is pulled afresh beside the old one, and the old pages stay until what the
 * endpoint lacks of them was given back [I6]. One transaction, so that a crash leaves the one or the other.
 */
export const startOver = async (
  database: Database,
  enrolment: Enrolment,
  epoch: string,
  nowMs: number,
): Promise<void> => {
  const { meta, own, pages, cursors, fresh, freshPages, photos } = database
  await reopening(database, () =>
    database.transaction('rw', [meta, own, pages, cursors, fresh, freshPages, photos], async () => {
      await writeEnrolment(database, { ...enrolment, epoch })
      await own.where('state').anyOf('handed-in', 'held').modify(waitAgain)
      await photos.where('state').anyOf('safe', 'aside').modify(photoWaitsAgain)
      // Pictures of others' that were looked at here may be the last copies there are.
      await meta.put(true, picturesToGiveBack)
      await fresh.clear()
      await freshPages.clear()
      for (const cursor of await cursors.toArray()) {
        await fresh.put(emptyCopy(cursor.book, cursor.title))
        await cursors.put({ ...cursor, afresh: 'other-epoch', afreshMs: nowMs })
      }
      await pages.toCollection().modify((page) => {
        delete page.returned
      })
    }),
  )
  announce('delivered')
  announce('photos')
}

/** Marks, in `meta`, that pictures of others are to be offered to the endpoint. */
export const picturesToGiveBack = 'picturesToGiveBack'

const photoWaitsAgain = (row: PhotoRow): void => {
  row.preview = { at: 'waiting' }
  row.evidence = { at: 'waiting' }
  row.state = 'waiting'
}

const waitAgain = (row: OwnEntry): void => {
  const again = againOf(row.delivery)
  if (again === null) return
  row.state = 'waiting'
  row.delivery = again
}

const againOf = (delivery: Delivery): Delivery | null => {
  if (delivery.at === 'handed-in') return { at: 'waiting', stamp: delivery.stamp }
  // What the office has answered stays answered; the rest of the quarantine may have been lost with the endpoint.
  if (delivery.at === 'held' && delivery.code !== 'dismissed') return { at: 'waiting' }
  return null
}
