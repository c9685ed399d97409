import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** `npm run admin` in a process of its own; what it said, read, where it says anything. */
export const adminCommand = async <Said = { [field: string]: number }>(
  data: string,
  ...words: string[]
): Promise<Said> => {
  const { stdout } = await run('node', ['src/endpoint/admin/main.ts', '--data', data, ...words])
  return JSON.parse(stdout || '{}') as Said
}
