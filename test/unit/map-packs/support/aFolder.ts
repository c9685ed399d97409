import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A folder of the test file's own, which goes when its stories have ended. */
export const aFolder = (): string => {
  const dir = mkdtempSync(join(tmpdir(), 'mai-am-map-'))
  afterAll(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}
