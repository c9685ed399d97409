import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { backup, restore } from '../../src/endpoint/admin/backup.ts'
import { verifyBooks } from '../../src/endpoint/admin/verifyBooks.ts'
import { openBooks } from '../../src/endpoint/books/openBooks.ts'
import { endpointKeys } from '../../src/endpoint/keys/endpointKeys.ts'
import { buildServer } from '../../src/endpoint/routes/server.ts'
import { openShelf } from '../../src/endpoint/shelf/shelf.ts'
import { hashOf } from '../support/testDevice.ts'
import { kengDu, startTestEndpoint } from '../support/testEndpoint.ts'

const work = mkdtempSync(join(tmpdir(), 'mai-am-restore-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

it('[L16, I3, I6] an endpoint restored from yesterday gets back what it lost, from its author and from another phone', async () => {
  const before = await startTestEndpoint()
  const lan = await before.device('recorder', [kengDu])
  const hung = await before.device('inspector', [kengDu], 'Hùng')
  const note = () => lan.entry(kengDu, 'note.added', uuid7(Date.now()), { text: 'ghi' })
  const [old, late, lost] = [note(), note(), note()]
  await lan.sync({ push: [old] })
  const openCode = await before.invite('recorder', [kengDu])
  const verified = await backup(before.books, join(work, 'b.tar.gz'), Date.now())
  expect(verified.entries).toBeGreaterThan(0)
  expect((await lan.sync({})).body.backedUp).not.toBeNull()
  await lan.sync({ push: [late, lost] })
  const held = await hung.sync({ pull: { [kengDu]: 0 } })
  const page = held.body.books[kengDu]
  const oldEpoch = held.body.epoch
  await before.close()

  const dir = join(work, 'restored')
  expect(await restore(join(work, 'b.tar.gz'), dir, Date.now())).toEqual(verified)
  const books = await openBooks(dir)
  const keys = await endpointKeys(books.db)
  expect(keys.epoch).not.toBe(oldEpoch)
  const app = await buildServer(
    { books, keys, shelf: await openShelf(dir), now: Date.now, origin: null },
    join(dir, 'none'),
  )
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  Object.assign(lan, { url })
  Object.assign(hung, { url })
  expect((await lan.enrol(openCode)).status).toBe(404)

  // Lan meets the new epoch: what she pushed with it is durable, and she is told to begin afresh.
  const met = await lan.sync({ push: [late], pull: { [kengDu]: 3 } })
  expect([met.status, met.body.error, met.body.acks[0]?.status]).toEqual([409, 'other-epoch', 'accepted'])
  // Hùng gives back the page he holds; Lan's third entry is in it, her phone never came back.
  const back = [
    {
      epoch: oldEpoch,
      book: kengDu,
      from: page?.from ?? 0,
      to: page?.cursor ?? 0,
      entries: page?.entries ?? [],
      seal: page?.seal ?? '',
    },
  ]
  const forged = [{ ...back[0], entries: back[0]?.entries.map((one) => ({ ...one, body: { text: 'giả' } })) ?? [] }]
  const now = { epoch: keys.epoch }
  expect((await hung.sync({ ...now, back: forged as never })).body.backs).toMatchObject([
    { status: 'held', code: 'bad-seal' },
  ])
  expect((await hung.sync({ ...now, back })).body.backs).toMatchObject([{ status: 'taken' }])
  const all = await hung.sync({ ...now, pull: { [kengDu]: 0 } })
  expect(new Set(all.body.books[kengDu]?.entries.map((one) => hashOf(one as never)))).toEqual(
    new Set([old, late, lost].map(hashOf)),
  )
  expect((await lan.sync({ ...now, push: [lost] })).body.acks[0]?.status).toBe('duplicate')
  await app.close()
  await expect(verifyBooks(books)).resolves.toMatchObject({ books: 4 })
  await books.close()
})

it('[L16] a broken or strange backup is refused, and a folder with something in it is left alone', async () => {
  writeFileSync(join(work, 'broken.tar.gz'), 'not a backup')
  await expect(restore(join(work, 'broken.tar.gz'), join(work, 'new'), Date.now())).rejects.toThrow()
  await expect(restore(join(work, 'b.tar.gz'), work, Date.now())).rejects.toThrow('not empty')
})
