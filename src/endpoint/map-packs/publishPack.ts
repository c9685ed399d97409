import { open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { MadePack } from './makePack.ts'
import { writeWhole } from './writeWhole.ts'

/**
 * Puts a pack and its catalogue line (the same name, `.json`) into their places. Both are whole and fsynced beside
 * before either takes its name; who reads between the two renames finds a line whose bytes and sha256 are another's.
 */
export const publishPack = async ({ path, line }: MadePack, to: string): Promise<void> => {
  const beside = `${path}.json`
  const file = await open(beside, 'wx')
  try {
    await writeWhole(file, Buffer.from(`${JSON.stringify(line, null, 2)}\n`))
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(path, to)
  await rename(beside, join(dirname(to), `${line.id}.json`))
  await synced(dirname(to))
}

const synced = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
