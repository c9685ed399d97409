import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** SQLite as our endpoint has it: an answer may be given when a transaction has ended, and not before. */
export const openDurable = (folder: string): DatabaseSync => {
  mkdirSync(folder, { recursive: true })
  const database = new DatabaseSync(join(folder, 'plain.sqlite'))
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE kept (id TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
    CREATE TABLE documents (tab TEXT, id TEXT, updated INTEGER, text TEXT, PRIMARY KEY (tab, id)) STRICT;
    CREATE INDEX documents_updated ON documents (tab, updated, id)`)
  return database
}

export const inOne = <Done>(database: DatabaseSync, act: () => Done): Done => {
  database.exec('BEGIN IMMEDIATE')
  try {
    const done = act()
    database.exec('COMMIT')
    return done
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}
