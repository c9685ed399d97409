import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { SqliteDialect } from 'kysely'

/**
 * Kysely over the SQLite inside Node: WAL, and every commit fsynced (`synchronous=FULL`), since a receipt is a promise
 * [I3]. `file` may be `:memory:`.
 */
export const sqliteDialect = (file: string): SqliteDialect => {
  const database = new DatabaseSync(file)
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=2000')
  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare: (sql) => {
        // A transaction takes the write lock at once: one that reads first and writes later would be refused, not
        // queued, where a command in another process wrote in between.
        const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql)
        return {
          reader: statement.columns().length > 0,
          all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
          run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
          iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
        }
      },
    },
  })
}
