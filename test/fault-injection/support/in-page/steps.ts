import Dexie, { type DBCore, type DBCoreTransaction } from 'dexie'
import type { Database } from '../../../../src/app/store/tables.ts'

/**
 * `throw`: an error of its own; `abort`: as the system says it, the transaction with it; `hang`: no word, and it keeps
 * its tables until the app is started again; `lost`: no word, and nothing is kept.
 */
export type Breaking = 'throw' | 'abort' | 'hang' | 'lost'

/** Counts what a phone waits for (each question to its tables, each digest, each request) and breaks the k-th. */
export class Steps {
  /** All that was ever waited for: where it grows, something goes on. */
  total = 0
  private count = 0
  private armed: { k: number; how: Breaking } | null = null
  private broken = false
  private dead = false
  private readonly held: (() => void)[] = []
  private hang = new AbortController()

  /** Aborted a moment after something hung: whoever waits for it may give it up, however slow the machine is. */
  get hung(): AbortSignal {
    return this.hang.signal
  }

  breakAt(k: number, how: Breaking): void {
    this.count = 0
    this.broken = false
    this.hang = new AbortController()
    this.armed = { k, how }
  }

  mend(): { steps: number; broken: boolean } {
    const { count: steps, broken } = this
    this.armed = null
    return { steps, broken }
  }

  /** The process is gone: nothing of it goes on, and what it held open is let go. */
  die(): void {
    this.dead = true
    for (const end of this.held.splice(0)) end()
  }

  at<Result>(act: () => PromiseLike<Result>, table?: Held): Promise<Result> {
    if (this.dead) return new Promise(() => undefined)
    this.total += 1
    if (this.armed === null) return act() as Promise<Result>
    this.count += 1
    if (this.count !== this.armed.k) return act() as Promise<Result>
    this.broken = true
    return this.breaking(this.armed.how, table)
  }

  private breaking(how: Breaking, table: Held | undefined): Promise<never> {
    if (how === 'throw') return Dexie.Promise.reject(new Error('broken on purpose')) as unknown as Promise<never>
    if (how === 'abort') {
      table?.trans.abort()
      return Dexie.Promise.reject(new DOMException('aborted on purpose', 'AbortError')) as unknown as Promise<never>
    }
    const { hang } = this
    if (how === 'hang') setTimeout(() => hang.abort(), 20)
    if (how === 'hang' && table !== undefined) this.hold(table)
    return new Promise<never>(() => undefined)
  }

  /** A transaction that gets no further stays open, as a real one would, and keeps its tables. */
  private hold({ trans, alive }: Held): void {
    let ended = false
    const again = (): void => {
      if (!ended) alive().then(again, () => undefined)
    }
    this.held.push(() => {
      ended = true
      try {
        trans.abort()
      } catch {
        // It has ended by itself.
      }
    })
    again()
  }
}

type Held = { trans: DBCoreTransaction; alive(): PromiseLike<unknown> }

/** The same database, with a step before each of its questions. */
export const withSteps = (database: Database, steps: Steps): Database => {
  database.use({
    stack: 'dbcore',
    name: 'steps',
    create: (down: DBCore) => ({
      ...down,
      table: (name) => {
        const table = down.table(name)
        const held = (trans: DBCoreTransaction): Held => ({
          trans,
          alive: () => table.count({ trans, query: all(table) }),
        })
        return {
          ...table,
          mutate: (asked) => steps.at(() => table.mutate(asked), held(asked.trans)),
          get: (asked) => steps.at(() => table.get(asked), held(asked.trans)),
          getMany: (asked) => steps.at(() => table.getMany(asked), held(asked.trans)),
          query: (asked) => steps.at(() => table.query(asked), held(asked.trans)),
          openCursor: (asked) => steps.at(() => table.openCursor(asked), held(asked.trans)),
          count: (asked) => steps.at(() => table.count(asked), held(asked.trans)),
        }
      },
    }),
  })
  return database
}

const all = (table: ReturnType<DBCore['table']>) => ({
  index: table.schema.primaryKey,
  range: { type: 3, lower: undefined, upper: undefined },
})
