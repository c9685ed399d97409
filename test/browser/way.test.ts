import { expect, it } from 'vitest'
import { eraseWay, keepWay, readWay } from '../../src/app/store/way.ts'
import { wipeOthers } from '../../src/app/store/wipe.ts'
import { enrolledDatabase } from './support/enrolledDatabase.ts'

const way = { day: '2026-11-26', steps: [[19.6253, 104.1108, 1_790_000_000_000] as const] }

it('[R-map-11] a way is there on its day, gone for good on any other, by a tap, and by an order to wipe', async () => {
  const database = await enrolledDatabase('40-417-16822')
  expect(await readWay(database, way.day)).toBeNull()
  await keepWay(database, way)
  expect(await readWay(database, way.day)).toEqual(way)
  expect(await readWay(database, '2026-11-27')).toBeNull()
  // Asked on another day it went from the disk, not from sight alone.
  expect(await readWay(database, way.day)).toBeNull()
  await keepWay(database, way)
  await eraseWay(database)
  expect(await readWay(database, way.day)).toBeNull()
  await keepWay(database, way)
  await wipeOthers(database, 1)
  expect(await readWay(database, way.day)).toBeNull()
  database.close()
  await database.delete()
})
