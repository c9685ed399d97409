import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely } from 'kysely'
import { commitTogether, type Together } from './commitTogether.ts'
import { saidOnce } from './saidOnce.ts'
import { sqliteDialect } from './sqliteDialect.ts'
import { type Db, migrations, type Tables } from './tables.ts'

/** The endpoint's books and all that belongs to them, in one folder. */
export type Books = { readonly db: Db; readonly dir: string; readonly together: Together; close(): Promise<void> }

/** Opens (or begins) the books in `dir`, brought to today's shape. */
export const openBooks = async (dir: string): Promise<Books> => {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const db: Db = new Kysely<Tables>({ dialect: sqliteDialect(join(dir, 'books.sqlite')) })
  await db.schema
    .createTable('meta')
    .ifNotExists()
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute()
  await migrate(db)
  return { db, dir, together: commitTogether(db), close: () => db.destroy() }
}

/** A setting of these books, or null. */
export const readMeta = async (db: Db, key: string): Promise<string | null> => (await metaOf(db, key))[0]?.value ?? null

const metaOf = saidOnce((db, key: string) => db.selectFrom('meta').select('value').where('key', '=', key))

export const writeMeta = async (db: Db, key: string, value: string): Promise<void> => {
  await db
    .insertInto('meta')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

const migrate = async (db: Db): Promise<void> => {
  const done = Number((await readMeta(db, 'migrations')) ?? 0)
  for (const [index, step] of migrations.entries()) {
    if (index < done) continue
    await db.transaction().execute(async (tx) => {
      await step(tx)
      await writeMeta(tx, 'migrations', String(index + 1))
    })
  }
}
