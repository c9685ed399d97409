import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileSha256 } from './fileSha256.ts'
import { onlineFile, readOnline } from './readOnline.ts'
import { packIds, readPack } from './readPack.ts'

/**
 * Copies the packs that are what they say, and the map on the net that is configured. A damaged one is said and left out: it can be made again, and must not keep
 * what people recorded from being backed up.
 */
export const copyMaps = async (from: string, to: string, say: (line: string) => void): Promise<void> => {
  const leftOut = (id: string, why: string) => say(`Maps: ${why}; ${id} is not in the backup.`)
  for (const id of await packIds(from)) {
    const read = await readPack(from, id)
    if (read.at === 'fault') {
      leftOut(id, read.says)
      continue
    }
    await mkdir(to, { recursive: true })
    const copy = join(to, `${id}.pmtiles`)
    await copyFile(read.path, copy)
    if ((await fileSha256(copy)) === read.pack.sha256) {
      await writeFile(join(to, `${id}.json`), `${JSON.stringify(read.pack, null, 2)}\n`)
      continue
    }
    await rm(copy)
    leftOut(id, `${id}.pmtiles is not what was hashed`)
  }
  const online = await readOnline(from)
  if (online.at === 'fault') leftOut(onlineFile, online.says)
  if (online.at !== 'whole') return
  await mkdir(to, { recursive: true })
  await writeFile(join(to, onlineFile), `${JSON.stringify(online.line, null, 2)}\n`)
}
