import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { commitTogether } from '../../src/endpoint/books/commitTogether.ts'
import { type Books, openBooks, readMeta, writeMeta } from '../../src/endpoint/books/openBooks.ts'

/** Books in a folder of their own, with a count of their commits. */
const withBooks = async (act: (books: Books, commits: () => number) => Promise<void>): Promise<void> => {
  const dir = mkdtempSync(join(tmpdir(), 'mai-am-together-'))
  const books = await openBooks(dir)
  let commits = 0
  const transaction = () => {
    commits += 1
    return books.db.transaction()
  }
  await act({ ...books, together: commitTogether({ transaction } as typeof books.db) }, () => commits)
  await books.close()
  rmSync(dir, { recursive: true, force: true })
}

it('[R-group-01, I3] what arrives together shares one commit, and is told only after it', () =>
  withBooks(async ({ db, together }, commits) => {
    const told: string[] = []
    const acts = Array.from({ length: 20 }, (_, at) =>
      together((tx) => writeMeta(tx, `k${at}`, 'v')).then(() => told.push(`k${at}`)),
    )
    expect(told).toEqual([])
    await Promise.all(acts)
    expect([told.length, commits()]).toEqual([20, 1])
    for (const key of told) expect(await readMeta(db, key)).toBe('v')
    // What comes later has a commit of its own.
    await together((tx) => writeMeta(tx, 'later', 'v'))
    expect(commits()).toBe(2)
  }))

it('[R-group-02, I7] one that fails is rolled back alone, to the last word; the others are kept', () =>
  withBooks(async ({ db, together }, commits) => {
    const bad = new Error('one bad hand-in')
    const outcomes = await Promise.allSettled(
      ['a', 'b', 'c'].map((key) =>
        together(async (tx) => {
          await writeMeta(tx, key, 'v')
          if (key === 'b') throw bad
          return key
        }),
      ),
    )
    expect(outcomes).toEqual([
      { status: 'fulfilled', value: 'a' },
      { status: 'rejected', reason: bad },
      { status: 'fulfilled', value: 'c' },
    ])
    expect([await readMeta(db, 'a'), await readMeta(db, 'b'), await readMeta(db, 'c')]).toEqual(['v', null, 'v'])
    expect(commits()).toBe(1)
  }))

it('[R-group-03, I3] where the commit itself fails, nobody of the group is told that it were kept', () =>
  withBooks(async ({ db }) => {
    const full = new Error('database or disk is full')
    const broken = {
      transaction: () => ({
        execute: (act: (tx: typeof db) => Promise<unknown>) =>
          db.transaction().execute(async (tx) => {
            await act(tx)
            throw full
          }),
      }),
    }
    const together = commitTogether(broken as unknown as typeof db)
    const outcomes = await Promise.allSettled(['a', 'b'].map((key) => together((tx) => writeMeta(tx, key, 'v'))))
    expect(outcomes).toEqual([
      { status: 'rejected', reason: full },
      { status: 'rejected', reason: full },
    ])
    expect(await readMeta(db, 'a')).toBeNull()
  }))
