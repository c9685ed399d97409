import type { Device } from '../device/device.ts'
import type { Database } from '../store/tables.ts'
import type { PackWriter } from './packWriter.ts'

/** What questions about maps are asked through; handed in. */
export type AskingDoors = { readonly database: Database; readonly device: Device }

/** What maps come to this phone through. */
export type MapDoors = AskingDoors & {
  readonly startWriter: () => PackWriter
}
