import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

/**
 * The app of another time. There is no released version yet, so those of other times are made of today's sources by a
 * few changes, each of which must find its place:
 * - `older`: neither kept lists nor maps (database 2), contributions are of no kind it knows, drafts lack what came later;
 * - `newer`: database 6 with one more table, one more index and a pass over the drafts; notes say more, and an entry of
 *   a kind that nobody knew comes with each; drafts hold more.
 */
export type Variant = 'older' | 'today' | 'newer'

type Change = { file: string; from: string; to: string }

const changes: { [V in Exclude<Variant, 'today'>]: Change[] } = {
  older: [
    { file: 'app/store/tables.ts', from: "database.version(3).stores({ lists: 'book' })", to: '' },
    {
      file: 'app/store/tables.ts',
      from: "database.version(4).stores({ packs: 'file, id', packBytes: '[file+from], file' })",
      to: '',
    },
    { file: 'app/store/tables.ts', from: 'database.version(5).stores({})', to: '' },
    { file: 'app/store/forgetBooks.ts', from: '  await forgetPacks(database, readable)\n', to: '  void forgetPacks\n' },
    {
      file: 'app/store/listsInTurn.ts',
      from: 'lists.get(book).catch(() => undefined)',
      to: '(void lists, Promise.resolve(undefined))',
    },
    { file: 'app/store/forgetBooks.ts', from: 'await lists.toCollection().primaryKeys()', to: '[]' },
    { file: 'app/shell/startApp.tsx', from: 'keepLists(store)', to: 'void keepLists' },
    { file: 'domain/entries/kinds.ts', from: "  'contribution.recorded',\n", to: '' },
    {
      file: 'app/store/queries/useDraft.ts',
      from: 'form: now.form,',
      to: "form: Object.fromEntries(Object.entries(now.form).filter(([field]) => !['noticeRead', 'copied'].includes(field))),",
    },
  ],
  newer: [
    {
      file: 'app/store/tables.ts',
      from: 'database.version(5).stores({})',
      to: `database.version(5).stores({})
  database.version(6).stores({ roofs: 'id', drafts: 'key, savedMs' }).upgrade(async (tx) => {
    await tx.table('drafts').toCollection().modify((row) => { row.roof = 'tôn' })
  })`,
    },
    {
      file: 'domain/entries/kinds.ts',
      from: "  'note.added',\n  'entry.voided',\n] as const satisfies readonly KnownKind[]\n\nexport const districtKinds",
      to: "  'note.added',\n  'roof.painted' as never,\n  'entry.voided',\n] as const satisfies readonly KnownKind[]\n\nexport const districtKinds",
    },
    {
      file: 'app/record/addNote.ts',
      from: 'import { type Recorded, record } from',
      to: 'import { type Recorded, recordTogether } from',
    },
    {
      file: 'app/record/addNote.ts',
      from: "record(store, { book, kind: 'note.added', subject: id, body, draft })",
      to: `recordTogether(store, [
    { book, kind: 'note.added', subject: id, body: { ...body, mood: { today: 1 } } },
    { book, kind: 'roof.painted', subject: id, body: { colour: 'đỏ', deep: [{ a: null }] } },
  ] as never, draft)`,
    },
    {
      file: 'app/store/queries/useDraft.ts',
      from: 'form: now.form,',
      to: "form: { ...now.form, roof: { colour: 'đỏ' } },",
    },
  ],
}

/** Builds it into `dir`; returns that folder. Today's own is the one that stands in `dist`. */
export const buildVariant = async (variant: Variant, dir: string): Promise<string> => {
  if (variant === 'today') return resolve('dist')
  const place = join(dir, `${variant}-sources`)
  mkdirSync(place)
  for (const part of [
    'src',
    'public',
    'index.html',
    'package.json',
    'vite.config.ts',
    'tsconfig.json',
    'test/tsconfig.json',
    // What vite.config.ts reads.
    'test/support/chromiumFlags.ts',
  ])
    cpSync(part, join(place, part), { recursive: true })
  symlinkSync(resolve('node_modules'), join(place, 'node_modules'))
  for (const { file, from, to } of changes[variant]) {
    const path = join(place, 'src', file)
    const text = readFileSync(path, 'utf8')
    if (!text.includes(from)) throw new Error(`${file} has no place for the change of ${variant}: ${from}`)
    writeFileSync(path, text.replace(from, to))
  }
  const out = join(dir, variant)
  await run('node', ['node_modules/vite/bin/vite.js', 'build'], {
    cwd: place,
    env: { ...process.env, NODE_ENV: 'production', MAI_AM_BUILD: variant, MAI_AM_OUT: out },
  })
  return out
}

const run = promisify(execFile)
