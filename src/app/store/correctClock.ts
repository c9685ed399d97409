import type { Device } from '../device/device.ts'
import { hearTime } from './clockMark.ts'
import type { Database } from './tables.ts'

/** The endpoint said what time it is: it is believed for signing. False where it said nothing that could be read. */
export const correctClock = async (database: Database, device: Device, json: unknown): Promise<boolean> => {
  const time = Date.parse(String((json as { time?: unknown } | null)?.time))
  if (Number.isNaN(time)) return false
  await hearTime(database, device, time)
  return true
}
