import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

/** Lower-case hex SHA-256 of a file of any length, read piece by piece. */
export const fileSha256 = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
