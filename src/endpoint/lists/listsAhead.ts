import { Worker } from 'node:worker_threads'
import { saidOnce } from '../books/saidOnce.ts'
import { stampedRows, stampedText } from '../books/stampedRows.ts'
import type { Db } from '../books/tables.ts'
import type { ToListThread } from './listThread.ts'

/** Lists of books as they go out ahead of the pages, made when somebody asks and kept while they are nearly right. */
export type ListsAhead = {
  /** Null where the book is so small that its pages are there as soon. */
  list(book: string, district: string): Promise<Uint8Array | null>
  close(): Promise<void>
}

type Made = { seq: number; checklists: string; bytes: Uint8Array }

/** A book of fewer entries comes in one page. */
const fewestEntries = 300
/** What came since is in the pages, which follow at once: so many entries more, or a twentieth of the book, are no reason. */
const fewMore = 200
const readAtOnce = 2000
const idleMs = 60_000

export const listsAhead = (db: Db): ListsAhead => {
  const kept = new Map<string, Made>()
  let thread: Thread | null = null
  let resting: NodeJS.Timeout | undefined
  /** One after the other: a thread folds one book at a time. */
  let before: Promise<unknown> = Promise.resolve()

  const rest = async (): Promise<void> => {
    const idle = thread
    thread = null
    await idle?.end()
  }

  const make = async (book: string, head: number, rules: readonly { id: string; text: string }[]): Promise<Made> => {
    clearTimeout(resting)
    thread ??= startThread()
    const at = thread
    try {
      at.say({ at: 'begin', book, district: rules.map(({ text }) => text) })
      let [seq, digest] = [0, '']
      while (seq < head) {
        const rows = await stampedRows(db, book, seq, Math.min(head, seq + readAtOnce))
        if (rows.length === 0) break
        at.say({ at: 'entries', texts: rows.map(stampedText) })
        seq = Number(rows.at(-1)?.seq)
        digest = rows.at(-1)?.digest ?? ''
      }
      return { seq, checklists: idsOf(rules), bytes: await at.ask({ at: 'end', seq, digest }) }
    } catch (error) {
      // One that fell is not asked again.
      thread = null
      throw error
    } finally {
      resting = setTimeout(() => void rest(), idleMs).unref()
    }
  }

  const list = async (book: string, district: string): Promise<Uint8Array | null> => {
    const head = Number((await headOf(db, book))[0]?.head ?? 0)
    if (head < fewestEntries) return null
    const rules = (await rulesOf(db, district)).map((row) => ({ id: row.id, text: stampedText(row) }))
    const made = kept.get(book)
    const isNear = made !== undefined && head - made.seq <= Math.max(fewMore, made.seq / 20)
    if (isNear && made.checklists === idsOf(rules)) return made.bytes
    const fresh = await make(book, head, rules)
    kept.set(book, fresh)
    return fresh.bytes
  }

  return {
    list: (book, district) => {
      const next = before.catch(() => undefined).then(() => list(book, district))
      before = next
      return next
    },
    close: async () => {
      clearTimeout(resting)
      await before.catch(() => undefined)
      await rest()
    },
  }
}

type Thread = {
  say(message: ToListThread): void
  ask(message: ToListThread): Promise<Uint8Array>
  end(): Promise<unknown>
}

const startThread = (): Thread => {
  const worker = new Worker(new URL('./listThread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 16 },
  })
  worker.unref()
  const said = Promise.withResolvers<never>()
  worker.once('error', said.reject)
  // Nobody may be listening when it falls.
  said.promise.catch(() => undefined)
  return {
    say: (message) => worker.postMessage(message),
    ask: (message) => {
      const answer = new Promise<Uint8Array>((hear) => worker.once('message', hear))
      worker.postMessage(message)
      return Promise.race([answer, said.promise])
    },
    end: () => worker.terminate(),
  }
}

const idsOf = (rules: readonly { id: string }[]): string => rules.map(({ id }) => id).join()

const headOf = saidOnce((db, book: string) => db.selectFrom('books').select('head').where('id', '=', book))

/** What decides which checklists are published. */
const rulesOf = saidOnce((db, district: string) =>
  db
    .selectFrom('entries')
    .select(['id', 'seq', 'stamp', 'text'])
    .where('book', '=', district)
    .where('kind', 'in', ['checklist.published', 'entry.voided'])
    .orderBy('seq'),
)
