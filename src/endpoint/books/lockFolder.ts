import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * One endpoint to a folder: two would each listen to half of an upload. The lock is the system's own on an empty SQLite
 * file, so it goes with the process, however that ends. Returns how to give it back. Throws a sentence for people.
 */
export const lockFolder = (dir: string): (() => void) => {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const lock = new DatabaseSync(join(dir, 'endpoint.lock'))
  try {
    lock.exec('PRAGMA busy_timeout=0; BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    throw new Error(
      `An endpoint is running with the folder ${dir} already. Stop it first, or name another with --data.`,
    )
  }
  return () => lock.close()
}
