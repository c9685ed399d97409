import { onlineTileMostBytes } from '../../wire/messages/maps.ts'
import { type TileMime, tilePicture } from './tilePicture.ts'

export type TileBytes = { bytes: Buffer; mime: TileMime }

/** `none`: the map has nothing there. A fault says what the map's server did, never its address. */
export type FetchedTile = ({ at: 'picture' } & TileBytes) | { at: 'none' } | { at: 'fault'; says: string }

/** Its server learns that this endpoint asks, and of no phone. */
const headers = { 'user-agent': 'MaiAm/1 (map tiles for its own phones)', accept: 'image/webp,image/png,image/jpeg' }

/** Asks a map's server for one tile. No redirection is followed: an answer comes from the host that the office named. */
export const fetchTile = async (address: string, signal: AbortSignal): Promise<FetchedTile> => {
  try {
    const answer = await fetch(address, { headers, redirect: 'manual', signal })
    if (answer.status !== 200) {
      await answer.body?.cancel()
      return [204, 404, 410].includes(answer.status) ? { at: 'none' } : fault(`answers ${answer.status}`)
    }
    const bytes = await bytesUpTo(answer.body, onlineTileMostBytes)
    if (bytes === null) return fault(`sends tiles of more than ${onlineTileMostBytes} bytes`)
    const mime = tilePicture(bytes)
    return mime === null ? fault('sends what is no tile in PNG, JPEG or WebP') : { at: 'picture', bytes, mime }
  } catch (error) {
    return fault(signal.aborted ? 'does not answer in time' : `can’t be reached (${reasonOf(error)})`)
  }
}

const fault = (says: string): FetchedTile => ({ at: 'fault', says })

/** Null where more comes; the rest is left on the line. */
const bytesUpTo = async (body: ReadableStream<Uint8Array> | null, most: number): Promise<Buffer | null> => {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body ?? []) {
    length += part.length
    if (length > most) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}

const reasonOf = (error: unknown): string => {
  const { name, cause } = error as Error & { cause?: { code?: string } }
  return cause?.code ?? name
}
