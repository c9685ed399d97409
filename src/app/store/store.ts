import type { BookState } from '../../domain/book/bookState.ts'
import type { DistrictState } from '../../domain/people/districtState.ts'
import type { ClockState } from '../../domain/time/judgeClock.ts'
import type { Device } from '../device/device.ts'
import type { BookCursor, Database, Enrolment, OwnEntry } from './tables.ts'

/** The folded books in memory, and who looks at them. */
export type Store = {
  readonly database: Database
  readonly device: Device
  readonly enrolment: Enrolment | null
  readonly books: ReadonlyMap<string, BookState>
  readonly district: DistrictState
  readonly own: readonly OwnEntry[]
  readonly cursors: readonly BookCursor[]
  /** The time as this phone believes it. */
  clock(): ClockState
  /**
   * While the books are being read for the first time: entries read so far, of how many. `lists`: rows stand already, as
   * they were last made and up to date, those of one's own commune at least: of so many communes; nothing else does.
   */
  readonly opening: { read: number; of: number; lists: { stand: number; of: number } | null } | null
  /** Books whose rows came ahead of their pages, and up to which seq: the rows stand, histories are still coming. */
  readonly ahead: ReadonlyMap<string, number>
  /** Grows with every change of anything above. */
  readonly version: number
  subscribe(tell: () => void): () => void
  /** Resolves when what was announced so far has been read. */
  settled(): Promise<void>
  close(): void
}
