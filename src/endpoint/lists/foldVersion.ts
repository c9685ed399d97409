import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** By which rules books are folded: of two programs that say the same, each may go on from what the other folded. */
export const foldVersionOf = (root: string): string => {
  const hash = createHash('sha256')
  for (const path of globSync('src/domain/**/*.ts', { cwd: root }).sort())
    hash.update(path).update(readFileSync(join(root, path)))
  return hash.digest('base64url').slice(0, 16)
}
