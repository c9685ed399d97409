import { readFile } from 'node:fs/promises'

/** What a file says; undefined where it is no JSON, or can't be read. */
export const jsonOf = async (path: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return undefined
  }
}
