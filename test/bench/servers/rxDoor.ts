import type { DatabaseSync } from 'node:sqlite'
import { inOne } from './durable.ts'

type Row = { newDocumentState: { id: string } }
type Checkpoint = { id: string; updated: number }

let lastUpdated = Date.now()

/** What RxDB's guide asks of a server: take rows, say what conflicts (nothing here), give what came since a checkpoint. */
export const pushRx = (database: DatabaseSync, table: string, rows: readonly Row[]): object[] => {
  putRx(
    database,
    table,
    rows.map(({ newDocumentState }) => newDocumentState),
  )
  return []
}

export const putRx = (database: DatabaseSync, table: string, documents: readonly { id: string }[]): void => {
  const put = database.prepare('INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?)')
  inOne(database, () => {
    for (const document of documents) {
      lastUpdated += 1
      put.run(table, document.id, lastUpdated, JSON.stringify(document))
    }
  })
}

export const pullRx = (
  database: DatabaseSync,
  table: string,
  { checkpoint, batchSize }: { checkpoint?: Checkpoint | null; batchSize: number },
): object => {
  const since = checkpoint?.updated ?? 0
  const rows = database
    .prepare('SELECT id, updated, text FROM documents WHERE tab = ? AND updated > ? ORDER BY updated LIMIT ?')
    .all(table, since, batchSize) as { id: string; updated: number; text: string }[]
  const last = rows.at(-1)
  return {
    documents: rows.map(({ text }) => ({ _deleted: false, ...(JSON.parse(text) as object) })),
    checkpoint: last === undefined ? (checkpoint ?? null) : { id: last.id, updated: last.updated },
  }
}
