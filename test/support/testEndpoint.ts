import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '../../src/domain/entries/mayWrite.ts'
import { initDistrict } from '../../src/endpoint/admin/initDistrict.ts'
import { type Books, openBooks } from '../../src/endpoint/books/openBooks.ts'
import { type EndpointKeys, endpointKeys } from '../../src/endpoint/keys/endpointKeys.ts'
import { invite } from '../../src/endpoint/people/invites.ts'
import { buildServer } from '../../src/endpoint/routes/server.ts'
import { openShelf } from '../../src/endpoint/shelf/shelf.ts'
import { TestDevice } from './testDevice.ts'

export const kengDu = '40-417-16822'
export const myLy = '40-417-16816'
export const muongLong = '40-417-16831'
export const district = '40-417'

/** The real endpoint, listening on a real port, in this process so that a test can look into its books. */
export type TestEndpoint = {
  url: string
  dir: string
  books: Books
  keys: EndpointKeys
  /** Added to the endpoint's clock, in ms. */
  clock: { aheadMs: number }
  invite(role: Role, books?: string[], name?: string, hours?: number): Promise<string>
  device(role: Role, books?: string[], name?: string): Promise<TestDevice>
  close(): Promise<void>
}

export const startTestEndpoint = async (): Promise<TestEndpoint> => {
  const dir = mkdtempSync(join(tmpdir(), 'mai-am-'))
  const books = await openBooks(dir)
  const keys = await endpointKeys(books.db)
  const areas = [
    { id: kengDu, title: 'Keng Đu', level: 'commune' as const, border: true },
    { id: myLy, title: 'Mỹ Lý', level: 'commune' as const, border: true },
    { id: muongLong, title: 'Mường Lống', level: 'commune' as const, border: false },
  ]
  await books.db.transaction().execute((tx) => initDistrict(tx, keys, { district, title: 'Kỳ Sơn', areas }, Date.now()))
  await books.close()
  return startEndpointOn(dir)
}

/** On a data folder that has a district; `close` removes it. */
export const startEndpointOn = async (dir: string): Promise<TestEndpoint> => {
  const books = await openBooks(dir)
  const keys = await endpointKeys(books.db)
  const clock = { aheadMs: 0 }
  const now = () => Date.now() + clock.aheadMs
  const app = await buildServer({ books, keys, shelf: await openShelf(dir), now, origin: null }, join(dir, 'no-dist'))
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const newCode = async (role: Role, reach: string[] = [], name = 'Lan', hours?: number) => {
    const asked = { person: { name }, role, books: reach, hours }
    return (await books.db.transaction().execute((tx) => invite(tx, keys, asked, now()))).code
  }
  return {
    url,
    dir,
    books,
    keys,
    clock,
    invite: newCode,
    device: async (role, reach, name) => TestDevice.enrolled(url, await newCode(role, reach, name)),
    close: async () => {
      await app.close()
      await books.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
