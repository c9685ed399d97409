import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { SqliteDialect, type SqliteStatement } from 'kysely'

/** Statements kept prepared: the endpoint says the same few dozen again and again. */
const mostKept = 200

/**
 * Kysely over the SQLite inside Node: WAL, and every commit fsynced (`synchronous=FULL`), since a receipt is a promise
 * [I3]. `file` may be `:memory:`.
 */
export const sqliteDialect = (file: string): SqliteDialect => {
  const database = new DatabaseSync(file)
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=2000')
  const kept = new Map<string, SqliteStatement>()
  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare: (sql) => {
        const before = kept.get(sql)
        if (before !== undefined) return before
        const statement = prepared(database, sql)
        // A statement of a list's length is said once; the oldest makes room.
        if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '')
        kept.set(sql, statement)
        return statement
      },
    },
  })
}

const prepared = (database: DatabaseSync, sql: string): SqliteStatement => {
  // A transaction takes the write lock at once: one that reads first and writes later would be refused, not queued,
  // where a command in another process wrote in between.
  const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql)
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
    run: (parameters) => run(statement, parameters),
    iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
  }
}

/** Lists in place of values: the statement once for each of them (`saidOnce`), without a way through kysely for every row. */
const run = (statement: StatementSync, parameters: readonly unknown[]) => {
  if (!Array.isArray(parameters[0])) return statement.run(...(parameters as SQLInputValue[]))
  let changes = 0
  for (const values of parameters as SQLInputValue[][]) changes += Number(statement.run(...values).changes)
  return { changes, lastInsertRowid: 0 }
}
