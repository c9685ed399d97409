import { fileSha256 } from './fileSha256.ts'
import { readOnline } from './readOnline.ts'
import { packIds, readPack } from './readPack.ts'

/** Reads every pack of a folder once and says how many there are. Throws what is not right. */
export const verifyMaps = async (dir: string): Promise<number> => {
  const ids = await packIds(dir)
  for (const id of ids) {
    const read = await readPack(dir, id)
    if (read.at === 'fault') throw new Error(`Map pack ${id}: ${read.says}.`)
    if ((await fileSha256(read.path)) !== read.pack.sha256) throw new Error(`Map pack ${id} is not what was hashed.`)
  }
  const online = await readOnline(dir)
  if (online.at === 'fault') throw new Error(`${online.says}.`)
  return ids.length
}
