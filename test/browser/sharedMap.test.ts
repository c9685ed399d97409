import { expect, it } from 'vitest'
import { keepSharedFile, openSharedFile } from '../../src/app/device/sharedFile.ts'
import { dropOldShared, dropShared } from '../../src/app/store/dropShared.ts'
import { wipeOthers, wipeOwn } from '../../src/app/store/wipe.ts'
import { aPhone } from './support/aPhone.ts'
import { openWorld } from './support/world.ts'

const week = 7 * 86_400_000
const text = (words: string) => new Blob([words])

const namesIn = async (name: string): Promise<string[]> => {
  const root = await navigator.storage.getDirectory()
  const names: string[] = []
  const folder = await root.getDirectoryHandle(`${name}-shared`).catch(() => null)
  for await (const file of folder?.keys() ?? []) names.push(file)
  return names
}

const aDatabase = async () => (await aPhone(await openWorld())).database

it('[R-maps-18] one shared file waits: the next takes its place, and only the one that was asked about is thrown away', async () => {
  const database = await aDatabase()
  const { name } = database
  expect(await openSharedFile(name)).toBeNull()
  await keepSharedFile(name, 'Keng Đu.pmtiles', text('một'))
  const first = (await openSharedFile(name)) as File
  expect([first.name, await first.text()]).toEqual(['Keng Đu.pmtiles', 'một'])
  await keepSharedFile(name, 'Mỹ Lý.pmtiles', text('hai'))
  await dropShared(database, first)
  const second = (await openSharedFile(name)) as File
  expect([second.name, await second.text()]).toEqual(['Mỹ Lý.pmtiles', 'hai'])
  expect(await namesIn(name)).toEqual(['Mỹ Lý.pmtiles'])
  await dropShared(database, second)
  expect(await openSharedFile(name)).toBeNull()
})

it('[R-maps-18] what broke off on its way leaves nothing that waits', async () => {
  const { name } = await aDatabase()
  const broken = text('một')
  broken.stream = () =>
    new ReadableStream({
      start: (stream) => stream.enqueue(new Uint8Array(9)),
      pull: (stream) => stream.error(new Error('the other app ended')),
    })
  await expect(keepSharedFile(name, 'Keng Đu.pmtiles', broken)).rejects.toThrow('the other app ended')
  expect(await namesIn(name)).toEqual([])
  // As where the worker was ended in the middle: nothing was closed.
  await keepSharedFile(name, 'Keng Đu.pmtiles', text(''))
  expect(await openSharedFile(name)).toBeNull()
})

it('[R-maps-18, I4] what nobody asked for goes after a week, and at once with an order to wipe', async () => {
  const database = await aDatabase()
  const { name } = database
  const keep = async () => {
    await keepSharedFile(name, 'Keng Đu.pmtiles', text('một'))
    return (await openSharedFile(name))?.lastModified ?? 0
  }
  const kept = await keep()
  await dropOldShared(database, kept + week)
  expect(await openSharedFile(name)).not.toBeNull()
  await dropOldShared(database, kept + week + 1)
  expect(await openSharedFile(name)).toBeNull()
  await keep()
  await wipeOthers(database, 1)
  expect(await openSharedFile(name)).toBeNull()
  // Shared while the order was being carried out.
  await keep()
  expect(await wipeOwn(database, 1)).toBe(true)
  expect(await openSharedFile(name)).toBeNull()
})
