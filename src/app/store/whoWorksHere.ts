import type { ClockMark } from '../../domain/time/judgeClock.ts'
import { readClockMark } from './clockMark.ts'
import { type BookCursor, type Database, type Enrolment, readEnrolment } from './tables.ts'

export type Who = { enrolment: Enrolment | null; cursors: readonly BookCursor[]; mark: ClockMark | null }

/** Who works with this phone, how far its books go, and what is known of its clock. */
export const whoWorksHere = (database: Database): Promise<Who> =>
  // One transaction: each begins with a wait for the disk's thread.
  database.transaction('r', database.meta, database.cursors, async () => {
    const [enrolment, cursors, mark] = await Promise.all([
      readEnrolment(database),
      database.cursors.toArray(),
      readClockMark(database),
    ])
    return { enrolment, cursors, mark }
  })
