import { onlineTileMostBytes } from '../../wire/messages/maps.ts'
import { askMaps } from './askMaps.ts'
import type { AskingDoors } from './mapDoors.ts'

/** `none`: the map has nothing there. `failed`: no signal, or the endpoint did not get it. */
export type OnlineTile = { at: 'picture'; bytes: Uint8Array<ArrayBuffer> } | { at: 'none' } | { at: 'failed' }

export type TileOnNet = { z: number; x: number; y: number }

/** One tile of the map on the net, through the endpoint; it is kept nowhere. */
export const onlineTile = async (
  doors: AskingDoors,
  { z, x, y }: TileOnNet,
  signal: AbortSignal,
): Promise<OnlineTile> => {
  const path = `/api/maps/online/${z}/${x}/${y}`
  const answer = await askMaps(doors, { path, signal, mostBytes: onlineTileMostBytes })
  if (answer.at !== 'answer') return { at: 'failed' }
  if (answer.status === 404) return { at: 'none' }
  if (answer.status !== 200 || answer.bytes.length === 0) return { at: 'failed' }
  return { at: 'picture', bytes: answer.bytes }
}
