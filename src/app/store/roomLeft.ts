import { storageRoom } from '../device/storageRoom.ts'
import { wasFull } from './reserve.ts'
import type { Database } from './tables.ts'

/** A visit with three photos, in bytes: what a phone must find room for. */
const visitBytes = 1_000_000
const mostVisits = 999

/** Room in visits with photos; `full`: entries still fit, photos don't [L8]. */
export type RoomLeft = { at: 'full' } | { at: 'room'; visits: number; more: boolean }

/** Learnt by trying (whether the reserve fitted), and from what the browser says, whichever is less. */
export const roomLeft = async (database: Database): Promise<RoomLeft> => {
  if (await wasFull(database)) return { at: 'full' }
  const said = await storageRoom()
  const visits = said === null ? mostVisits : Math.floor(Math.max(0, said.quota - said.usage) / visitBytes)
  return { at: 'room', visits: Math.min(visits, mostVisits), more: visits > mostVisits }
}
