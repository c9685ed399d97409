import { afterAll, beforeAll, expect, it } from 'vitest'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { wipeText } from '../../src/wire/signing/texts.ts'
import { TestDevice } from '../support/testDevice.ts'
import { district, kengDu, muongLong, myLy, startTestEndpoint, type TestEndpoint } from '../support/testEndpoint.ts'

let endpoint: TestEndpoint
beforeAll(async () => {
  endpoint = await startTestEndpoint()
})
afterAll(() => endpoint.close())

it('[R-enrol-01] a code serves once; the same phone asking again gets the same answer', async () => {
  const code = await endpoint.invite('recorder', [kengDu, myLy])
  const lan = await TestDevice.make(endpoint.url)
  const first = await lan.enrol(code)
  expect(first.status).toBe(201)
  expect(first.body).toMatchObject({ device: lan.id, person: { name: 'Lan' }, role: 'recorder' })
  expect(first.body.books.map(({ id }) => id)).toEqual([district, kengDu, myLy])
  expect(await lan.enrol(code.toLowerCase().replaceAll('-', ' '))).toEqual(first)
  const thief = await TestDevice.make(endpoint.url)
  expect(await thief.enrol(code)).toMatchObject({ status: 404, body: { error: 'unknown-code' } })
})

it('[R-enrol-02] wrong, used and expired codes answer alike', async () => {
  const expired = await endpoint.invite('recorder', [kengDu], 'Lan', 1)
  endpoint.clock.aheadMs = 2 * 3_600_000
  const late = await (await TestDevice.make(endpoint.url)).enrol(expired)
  endpoint.clock.aheadMs = 0
  const wrong = await (await TestDevice.make(endpoint.url)).enrol('ABCD-ABCD-ABCD')
  expect(late).toEqual(wrong)
  expect(late.status).toBe(404)
})

it('[R-enrol-03] fifty claims of one code at once make exactly one device', async () => {
  const code = await endpoint.invite('recorder', [kengDu])
  const claims = await Promise.all(
    Array.from({ length: 50 }, async () => (await TestDevice.make(endpoint.url)).enrol(code)),
  )
  expect(claims.filter(({ status }) => status === 201)).toHaveLength(1)
})

it('[I4, I7] a revoked phone still hands in, into quarantine, and reads nothing; the order to wipe is signed', async () => {
  const admin = await endpoint.device('admin')
  const lan = await endpoint.device('recorder', [kengDu])
  const revoked = await admin.request('POST', `/api/admin/devices/${lan.id}/revoke`, { json: { wipe: true } })
  expect(revoked.status).toBe(200)
  const entry = lan.entry(kengDu, 'note.added', uuid7(Date.now()), { text: 'chưa kịp gửi' })
  const answer = await lan.sync({ push: [entry], pull: { [kengDu]: 0 } })
  expect(answer.status).toBe(403)
  const body = answer.body as unknown as { error: string; acks: unknown[]; wipe: string; books?: unknown }
  expect(body).toMatchObject({ error: 'revoked', acks: [{ id: entry.id, status: 'held', code: 'revoked' }] })
  expect(body.books).toBeUndefined()
  const order = wipeText({ device: lan.id, epoch: endpoint.keys.epoch, nonce: answer.nonce, wipe: true })
  expect(await lan.endpointSigned(order, body.wipe)).toBe(true)
})

it('[L6] a held entry comes back settled with its reason until the phone has seen it', async () => {
  const admin = await endpoint.device('admin')
  const lan = await endpoint.device('recorder', [kengDu])
  const entry = lan.entry(muongLong, 'household.registered', uuid7(Date.now()), { headName: 'Vừ Bá Chò', village: 'x' })
  await lan.sync({ push: [entry] })
  const { body: held } = await admin.request<{ id: string; entry: string; code: string }[]>('GET', '/api/admin/held')
  const mine = held.find((row) => row.entry === entry.id)
  expect(mine?.code).toBe('not-your-book')
  const admitted = await admin.request('POST', `/api/admin/held/${mine?.id}/admit`, {
    json: { reason: 'đi giúp xã bạn' },
  })
  expect(admitted.status).toBe(200)
  const told = await lan.sync({})
  expect(told.body.settled).toEqual([{ id: entry.id, outcome: 'admitted', reason: 'đi giúp xã bạn' }])
  expect((await lan.sync({})).body.settled).toHaveLength(1)
  expect((await lan.sync({ settledSeen: [entry.id] })).body.settled).toHaveLength(0)
  const hung = await endpoint.device('inspector', [muongLong])
  const { body } = await hung.sync({ pull: { [muongLong]: 0 } })
  expect(body.books[muongLong]?.entries.map(({ id }) => id)).toContain(entry.id)
})

it('[I8] a phone whose books changed gets a new certificate, and the old book is gone', async () => {
  const admin = await endpoint.device('admin')
  const lan = await endpoint.device('recorder', [kengDu])
  expect((await admin.request('PATCH', `/api/admin/devices/${lan.id}`, { json: { books: [myLy] } })).status).toBe(200)
  const { body } = await lan.sync({ pull: { [kengDu]: 0, [myLy]: 0 } })
  expect(body.gone).toEqual([kengDu])
  expect(body.scope.map(({ id }) => id)).toEqual([district, myLy])
  expect(body.certificate?.books.map(({ id }) => id)).toEqual([district, myLy])
})

it('[I8] an endpoint that forgot a phone lets it hand in by its certificate, and read again once an admin confirms', async () => {
  const admin = await endpoint.device('admin')
  const lan = await endpoint.device('recorder', [kengDu])
  await endpoint.books.db.deleteFrom('devices').where('id', '=', lan.id).execute()
  expect((await lan.sync()).body.error).toBe('unknown-device')
  const thief = await TestDevice.make(endpoint.url)
  Object.assign(thief, { id: lan.id, enrolled: lan.enrolled })
  const stolen = await thief.request('POST', '/api/enrol/again', { json: { certificate: lan.enrolled?.certificate } })
  expect(stolen.status).toBe(401)
  const again = await lan.request('POST', '/api/enrol/again', { json: { certificate: lan.enrolled?.certificate } })
  expect([again.status, again.body]).toEqual([200, { device: lan.id, confirmed: false }])
  const entry = lan.entry(kengDu, 'note.added', uuid7(Date.now()), { text: 'gửi được ngay' })
  const handedIn = await lan.sync({ push: [entry], pull: { [kengDu]: 0 } })
  expect(handedIn.body).toMatchObject({ waiting: true, books: {}, gone: [], acks: [{ status: 'accepted' }] })
  expect((await admin.request('POST', `/api/admin/devices/${lan.id}/confirm`)).status).toBe(200)
  expect((await lan.sync({ pull: { [kengDu]: 0 } })).body.books[kengDu]?.entries.length).toBeGreaterThan(0)
})

it('[R-enrol-04] an invited person stands in the district’s book before they come', async () => {
  const mai = await endpoint.device('district', [], 'Mai')
  const { body } = await mai.sync({ pull: { [district]: 0 } })
  const people = body.books[district]?.entries.filter(({ kind }) => kind === 'person.declared') ?? []
  expect(people.map((entry) => (entry.body as { name: string }).name)).toContain('Mai')
})

it('[R-wire-01] only an admin may see devices, held entries and the audit', async () => {
  const mai = await endpoint.device('district')
  for (const path of ['/api/admin/devices', '/api/admin/held', '/api/admin/audit']) {
    expect([(await mai.request('GET', path)).status, path]).toEqual([403, path])
  }
})
