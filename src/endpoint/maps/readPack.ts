import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type MapPack, mapPack } from '../../wire/messages/maps.ts'
import { jsonOf } from './jsonOf.ts'
import { onlineFile } from './readOnline.ts'

/** A pack as it lies in DATA/maps: `<id>.pmtiles` with its line of the catalogue, `<id>.json`; or what is wrong with it. */
export type ReadPack = { at: 'whole'; pack: MapPack; path: string } | { at: 'fault'; says: string }

const lineName = /^([a-z0-9-]{1,60})\.json$/

/** Ids of the lines in a folder; none where there is no folder. Whatever else lies there, `online.json` for one, is nobody's pack. */
export const packIds = async (dir: string): Promise<string[]> => {
  const names = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names.flatMap((name) => (name === onlineFile ? [] : (lineName.exec(name)?.[1] ?? []))).sort()
}

/** Read anew each time: an admin may lay a pack in, or take it out, while the endpoint runs. */
export const readPack = async (dir: string, id: string): Promise<ReadPack> => {
  const path = join(dir, `${id}.pmtiles`)
  const read = mapPack.safeParse(await jsonOf(join(dir, `${id}.json`)))
  if (!read.success) {
    const [issue] = read.error.issues
    return fault(`${id}.json is not a line of the catalogue (${issue?.path.join('.') || 'JSON'}: ${issue?.message})`)
  }
  const pack = read.data
  if (pack.id !== id) return fault(`${id}.json says that it is ${pack.id}`)
  const file = await stat(path).catch(() => null)
  if (file === null || !file.isFile()) return fault(`${id}.pmtiles is not there`)
  if (file.size !== pack.bytes) return fault(`${id}.pmtiles has ${file.size} bytes, ${id}.json says ${pack.bytes}`)
  return { at: 'whole', pack, path }
}

const fault = (says: string): ReadPack => ({ at: 'fault', says })
