import type { Device } from '../../device/device.ts'
import { picturesHere } from '../../store/picturesHere.ts'
import type { Database } from '../../store/tables.ts'
import { bringPicture } from './bringPicture.ts'

/** Two lanes: what somebody opens meanwhile waits for two small pictures at most. */
const lanes = 2
/** So many in a row that did not come, and there is no signal to speak of. */
const givesUpAfter = 4

/**
 * Brings the previews that are not on this phone, the first first, and tells how many are here; ends when all are, when
 * it is stopped, or when there is no signal.
 */
export const bringPreviews = async (
  database: Database,
  device: Device,
  { wanted, tell, stop }: { wanted: readonly string[]; tell(here: number): void; stop: AbortSignal },
): Promise<void> => {
  const here = await picturesHere(database, wanted)
  if (stop.aborted) return
  tell(here.size)
  const missing = wanted.filter((sha256) => !here.has(sha256))
  let failed = 0
  const lane = async (): Promise<void> => {
    for (let next = missing.shift(); next !== undefined; next = missing.shift()) {
      if (stop.aborted || failed >= givesUpAfter || !navigator.onLine) return
      const bytes = await bringPicture(database, device, next)
      failed = bytes === null ? failed + 1 : 0
      if (bytes === null || stop.aborted) continue
      here.add(next)
      tell(here.size)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
