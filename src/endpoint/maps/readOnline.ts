import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { onlineMap } from '../../wire/messages/maps.ts'
import { jsonOf } from './jsonOf.ts'
import { addressFault } from './tileAddress.ts'

/** By this file the office configures a map on the net; no pack can have its name. */
export const onlineFile = 'online.json'

/** What phones hear of the map, and the address of its tiles, which they don't. */
const onlineLine = z.extend(onlineMap, { url: z.string().check(z.maxLength(2000)) })
export type OnlineLine = z.infer<typeof onlineLine>

/** What is configured in DATA/maps, or what is wrong with it. */
export type ReadOnline = { at: 'none' } | { at: 'whole'; line: OnlineLine } | { at: 'fault'; says: string }

/** Read anew each time: an admin may lay it in, or take it out, while the endpoint runs. */
export const readOnline = async (dir: string): Promise<ReadOnline> => {
  const path = join(dir, onlineFile)
  if (!existsSync(path)) return { at: 'none' }
  const read = onlineLine.safeParse(await jsonOf(path))
  if (!read.success) {
    const [issue] = read.error.issues
    return fault(`${issue?.path.join('.') || 'JSON'}: ${issue?.message}`)
  }
  const line = read.data
  if (line.minzoom > line.maxzoom) return fault('minzoom is greater than maxzoom')
  const wrong = addressFault(line.url)
  return wrong === null ? { at: 'whole', line } : fault(`url: ${wrong}`)
}

const fault = (says: string): ReadOnline => ({ at: 'fault', says: `${onlineFile} configures no map (${says})` })
