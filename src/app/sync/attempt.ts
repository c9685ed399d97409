import { syncLimits } from '../../wire/messages/sync.ts'
import type { Database } from '../store/tables.ts'
import { canSayColumns } from '../transport/columns.ts'
import { firstBatchBytes } from './batch.ts'

/** What one hand-in has learnt so far: it is small, and what matters beyond it is kept in storage. */
export type Attempt = {
  batchBytes: number
  /** Entries in a push, at most; halves when a push fails, so that one bad entry is found. */
  most: number
  /** So many of the oldest that wait were in a push that failed: one of them may be the bad one. */
  doubtful: number
  /** Entries in a page, at most; halves when an answer does not arrive in time. */
  pageLimit: number
  timeOuts: number
  /** The only books that have more to say, as the last answer said; null before it said so. */
  behind: readonly string[] | null
  readonly suspects: Set<string>
  /** Entries that had their try in this hand-in. */
  readonly skip: Set<string>
  /** Books whose page did not verify in this hand-in: not asked for again in it. */
  readonly badBooks: Set<string>
  /** Refusals that are answered once and no more. */
  readonly answered: Set<string>
  /** 426: the pull needs an update of the app, the push goes on [I9]. */
  pushOnly: boolean
  /** The endpoint speaks columns, as it last said. */
  columns: boolean
}

const usualPageLimit = 2000

export const beginAttempt = async (database: Database, pageLimit = usualPageLimit): Promise<Attempt> => {
  const [bytes, most, doubtful, suspects, columns] = await database.meta.bulkGet([...learnt])
  return {
    batchBytes: (bytes as number | undefined) ?? firstBatchBytes,
    most: (most as number | undefined) ?? syncLimits.entries,
    doubtful: (doubtful as number | undefined) ?? 0,
    pageLimit,
    timeOuts: 0,
    behind: null,
    suspects: new Set(suspects as string[] | undefined),
    skip: new Set(),
    badBooks: new Set(),
    answered: new Set(),
    pushOnly: false,
    columns: canSayColumns() && columns === true,
  }
}

const learnt = ['batchBytes', 'batchMost', 'batchDoubtful', 'suspects', 'columns'] as const

/** What the next hand-in should know about the link and about entries that get no answer. */
export const keepAttempt = async (database: Database, attempt: Attempt): Promise<void> => {
  await database.meta.bulkPut(
    [attempt.batchBytes, attempt.most, attempt.doubtful, [...attempt.suspects], attempt.columns],
    [...learnt],
  )
}
