import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import type { Tables } from '../../../src/endpoint/books/tables.ts'

/** An entry as the endpoint keeps it, but for what only the endpoint makes: the place in the book and its digest. */
export type RawRow = Omit<Tables['entries'], 'seq' | 'digest'>

/** SQLite by hand: the endpoint's columns and indexes, as durable, and nothing else. */
export const openRawBooks = (dir: string) => {
  const database = new DatabaseSync(join(dir, 'raw.sqlite'))
  database.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
    CREATE TABLE entries (book text NOT NULL, seq integer NOT NULL, id text NOT NULL UNIQUE, hash text NOT NULL,
      stamp text NOT NULL, device text NOT NULL, n integer NOT NULL, subject text NOT NULL, kind text NOT NULL,
      text text NOT NULL, arrived integer NOT NULL, PRIMARY KEY (book, seq));
    CREATE INDEX entries_by_counter ON entries (device, n)`)
  const insert = database.prepare('INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const heads = new Map<string, number>()
  return {
    /** Seconds that it took, `perBatch` rows a transaction. */
    takeIn: (rows: readonly RawRow[], perBatch: number): number => {
      const values: SQLInputValue[][] = rows.map(
        ({ book, id, hash, stamp, device, n, subject, kind, text, arrived }) => {
          const seq = (heads.get(book) ?? 0) + 1
          heads.set(book, seq)
          return [book, seq, id, hash, stamp, device, n, subject, kind, text, arrived]
        },
      )
      const began = performance.now()
      for (let at = 0; at < values.length; at += perBatch) {
        database.exec('BEGIN')
        for (const row of values.slice(at, at + perBatch)) insert.run(...row)
        database.exec('COMMIT')
      }
      return (performance.now() - began) / 1000
    },
    close: () => database.close(),
  }
}
