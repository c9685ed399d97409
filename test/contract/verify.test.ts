import { afterAll, beforeAll, expect, it } from 'vitest'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { verifyBooks } from '../../src/endpoint/admin/verifyBooks.ts'
import type { TestDevice } from '../support/testDevice.ts'
import { kengDu, myLy, startTestEndpoint, type TestEndpoint } from '../support/testEndpoint.ts'

let endpoint: TestEndpoint
let lan: TestDevice
beforeAll(async () => {
  endpoint = await startTestEndpoint()
  lan = await endpoint.device('recorder', [kengDu])
  const note = (book: string) => lan.entry(book, 'note.added', uuid7(Date.now()), { text: 'ghi' })
  await lan.sync({ push: [note(kengDu), note(myLy)] })
})
afterAll(() => endpoint.close())

const spoiled = async (spoil: () => Promise<unknown>, mend: () => Promise<unknown>): Promise<string> => {
  await spoil()
  const said = await verifyBooks(endpoint.books).then(
    () => 'well',
    (error: Error) => error.message,
  )
  await mend()
  return said
}

it('[L16] verify reads entries, what is held, devices and pictures, and names what is not right', async () => {
  const { db } = endpoint.books
  expect(await verifyBooks(endpoint.books)).toMatchObject({ books: 4, held: 1, devices: 1, photos: 0 })
  const entry = await db.selectFrom('entries').selectAll().where('book', '=', kengDu).executeTakeFirstOrThrow()
  const setText = (text: string) => db.updateTable('entries').set({ text }).where('id', '=', entry.id).execute()
  const changed = await spoiled(
    () => setText(entry.text.replace('ghi', 'gi')),
    () => setText(entry.text),
  )
  expect(changed).toContain('entry 1 is not what was hashed')
  const { raw } = await db.selectFrom('held').select('raw').executeTakeFirstOrThrow()
  const setRaw = (text: string) => db.updateTable('held').set({ raw: text }).execute()
  expect(
    await spoiled(
      () => setRaw('{}'),
      () => setRaw(raw),
    ),
  ).toContain('Held entry')
  const { certificate } = await db.selectFrom('devices').select('certificate').executeTakeFirstOrThrow()
  const setCertificate = (text: string | null) => db.updateTable('devices').set({ certificate: text }).execute()
  expect(
    await spoiled(
      () => setCertificate(certificate?.replace('recorder', 'admin') ?? null),
      () => setCertificate(certificate),
    ),
  ).toContain('certificate')
  const photo = { sha256: 'a'.repeat(64), bytes: 1, mime: 'image/jpeg', width: 1, height: 1, device: lan.id }
  expect(
    await spoiled(
      () =>
        db
          .insertInto('photos')
          .values({ ...photo, arrived: 1, quarantine: 0 })
          .execute(),
      () => db.deleteFrom('photos').execute(),
    ),
  ).toContain('is not there')
  expect(await verifyBooks(endpoint.books)).toMatchObject({ books: 4 })
})
