import type { Device } from '../device/device.ts'
import type { Database } from '../store/tables.ts'
import type { PackWriter } from './packWriter.ts'

/** What maps come to this phone through; handed in. */
export type MapDoors = {
  readonly database: Database
  readonly device: Device
  readonly startWriter: () => PackWriter
}
