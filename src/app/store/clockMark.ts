import type { Day } from '../../domain/entries/communeBodies.ts'
import { clockParts } from '../../domain/time/hybridClock.ts'
import { type ClockMark, judgeClock, markOfAnswer, markOfEndpoint } from '../../domain/time/judgeClock.ts'
import type { Device } from '../device/device.ts'
import { announce } from './changes.ts'
import type { Database } from './tables.ts'

const key = 'clockMark'

/** When this phone's clock was last believed; of a phone that kept none yet, its last reading of the hybrid clock. */
export const readClockMark = async (database: Database): Promise<ClockMark | null> => {
  const [mark, reading] = await Promise.all([database.meta.get(key), database.meta.get('clock')])
  if (mark !== undefined) return mark as ClockMark
  return typeof reading === 'string' ? { deviceMs: clockParts(reading).ms, offsetMs: 0, by: 'clock' } : null
}

/** So often is written down that the clock was believed: a fall is noticed against it. */
const quietMs = 5 * 60_000

/** The clock as it stands now is kept where it can be believed; where it can't, the screens ask. */
export const noteClock = async (database: Database, device: Device): Promise<void> => {
  const mark = await readClockMark(database)
  const deviceMs = device.nowMs()
  const { doubt, offsetMs, by, day } = judgeClock(deviceMs, mark, device.builtMs)
  if (doubt !== null) return announce('clock')
  const same = mark?.by === by && mark.offsetMs === offsetMs
  if (same && deviceMs - mark.deviceMs < quietMs) return
  await database.meta.put({ deviceMs, offsetMs, by, ...(day === null ? {} : { day }) } satisfies ClockMark, key)
  if (!same) announce('clock')
}

/** The endpoint said what time it is: believed for signing, and for which day it is. */
export const hearTime = async (database: Database, device: Device, endpointMs: number): Promise<void> => {
  const deviceMs = device.nowMs()
  const before = judgeClock(deviceMs, await readClockMark(database), device.builtMs)
  const mark = markOfEndpoint(endpointMs, deviceMs)
  await database.meta.bulkPut([endpointMs - deviceMs, mark], ['clockOffsetMs', key])
  // Most answers change nothing that a screen shows.
  if (before.doubt !== null || Math.abs(before.offsetMs - mark.offsetMs) > quietMs) announce('clock')
}

/** Which day it is, on a person's word, until the clock is right again or the endpoint says otherwise. */
export const keepAnsweredDay = async (database: Database, device: Device, day: Day): Promise<void> => {
  await database.meta.put(markOfAnswer(day, device.nowMs()), key)
  announce('clock')
}
