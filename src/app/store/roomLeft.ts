import { visitsThatFit } from '../../domain/take-along/visitsThatFit.ts'
import { storageRoom } from '../device/storageRoom.ts'
import { wasFull } from './reserve.ts'
import type { Database } from './tables.ts'

/** Room in visits with photos; `full`: entries still fit, photos don't [L8]. */
export type RoomLeft = { at: 'full' } | { at: 'room'; visits: number }

/** Learnt by trying (whether the reserve fitted), and from what the browser says, whichever is less. */
export const roomLeft = async (database: Database): Promise<RoomLeft> => {
  if (await wasFull(database)) return { at: 'full' }
  const said = await storageRoom()
  const free = said === null ? Number.POSITIVE_INFINITY : Math.max(0, said.quota - said.usage)
  return { at: 'room', visits: visitsThatFit(free) }
}
