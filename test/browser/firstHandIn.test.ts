import { expect, it } from 'vitest'
import { browserDevice } from '../../src/app/device/browserDevice.ts'
import { enrolDevice } from '../../src/app/enrol/enrolDevice.ts'
import { openDatabase } from '../../src/app/store/tables.ts'
import { startSync } from '../../src/app/sync/startSync.ts'
import { kengDu, openWorld } from './support/world.ts'

it('[R-sync-03] a phone that is enrolled while its first hand-in finds nobody yet gets its books at once', async () => {
  const world = await openWorld()
  const database = openDatabase(`first-${crypto.randomUUID()}`)
  const device = { ...browserDevice, fetch: (path: string, init: RequestInit) => fetch(world.wireUrl + path, init) }
  const code = await world.invite('recorder', [kengDu], 'Lan')
  const read = database.meta.get.bind(database.meta) as (key: string) => Promise<unknown>
  let enrolled = false
  // The person comes between the reading of who works here and the end of the hand-in that read it.
  const readThenEnrol = async (key: string): Promise<unknown> => {
    const was = await read(key)
    if (key === 'enrolment' && !enrolled) {
      enrolled = true
      expect(was).toBeUndefined()
      expect(await enrolDevice(database, device, code, 'máy của Lan')).toMatchObject({ ok: true })
    }
    return was
  }
  Object.defineProperty(database.meta, 'get', { value: readThenEnrol })
  const stop = startSync(database, device)
  try {
    // Far below the minute after which the clock would ask again.
    await expect.poll(() => read('lastSyncMs'), { timeout: 15_000 }).toBeDefined()
    expect(enrolled).toBe(true)
  } finally {
    stop()
    database.close()
  }
})
