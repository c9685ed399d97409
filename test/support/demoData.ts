import { createHash } from 'node:crypto'
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBooks } from '../../src/endpoint/books/openBooks.ts'
import { writeDemoMap } from '../../src/endpoint/demo/demoMap.ts'
import { makeDemo } from '../../src/endpoint/demo/makeDemo.ts'
import { openShelf } from '../../src/endpoint/shelf/shelf.ts'

/** A data folder of one's own with the trial district in it: made once for these sources, then copied. */
export const demoData = async (): Promise<string> => {
  const kept = join(tmpdir(), `mai-am-demo-${sourcesHash()}`)
  if (!existsSync(kept)) {
    const fresh = await freshDemoData()
    try {
      renameSync(fresh, kept)
    } catch {
      // Another worker was first, and its is the same.
      rmSync(fresh, { recursive: true, force: true })
    }
  }
  const own = mkdtempSync(join(tmpdir(), 'mai-am-'))
  cpSync(kept, own, { recursive: true })
  return own
}

/** Made anew, whatever is kept. */
export const freshDemoData = async (): Promise<string> => {
  const dir = mkdtempSync(join(tmpdir(), 'mai-am-'))
  const books = await openBooks(dir)
  const shelf = await openShelf(dir)
  await books.db.transaction().execute((tx) => makeDemo(tx, shelf))
  await writeDemoMap(dir)
  await books.close()
  return dir
}

const sourcesHash = (): string => {
  const hash = createHash('sha256')
  const sources = ['src/endpoint/**/*.ts', 'src/endpoint/demo/drawn/*', 'src/domain/**/*.ts', 'src/wire/**/*.ts']
  for (const path of sources.flatMap((pattern) => globSync(pattern)).sort())
    hash.update(path).update(readFileSync(path))
  return hash.digest('hex').slice(0, 16)
}
