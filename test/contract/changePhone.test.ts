import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { InviteMade } from '../../src/app/admin/invitePerson.ts'
import type { FoundationChecked } from '../../src/domain/entries/communeBodies.ts'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { aBundle } from '../support/aBundle.ts'
import { TestDevice } from '../support/testDevice.ts'
import { kengDu, startTestEndpoint, type TestEndpoint } from '../support/testEndpoint.ts'

let endpoint: TestEndpoint
beforeAll(async () => {
  endpoint = await startTestEndpoint()
})
afterAll(() => endpoint.close())

const check = (
  JSON.parse(readFileSync('src/wire/examples/foundation.checked.json', 'utf8')) as { body: FoundationChecked }
).body

it('[R-change-01, R-change-02] two phones, one person: nobody accepts on the new one what they checked on the old one', async () => {
  const mai = await endpoint.device('admin', [], 'Mai')
  const old = await endpoint.device('inspector', [kengDu], 'Hùng')
  const person = { id: old.person, name: 'Hùng' }
  const asked = { person, role: 'inspector', books: [kengDu] }
  const invited = await mai.request<InviteMade>('POST', '/api/admin/invites', { json: asked })
  const fresh = await TestDevice.enrolled(endpoint.url, invited.body.code)
  expect([fresh.person, fresh.enrolled?.role, fresh.id === old.id]).toEqual([old.person, 'inspector', false])
  // Declared once: the book has one Hùng.
  const declared = await endpoint.books.db
    .selectFrom('entries')
    .select('text')
    .where('kind', '=', 'person.declared')
    .execute()
  expect(
    declared.filter(({ text }) => text.includes(`"person":"${old.person}"`) && text.includes('Hùng')),
  ).toHaveLength(1)

  // The old phone's check comes by a file that the new phone carries.
  const build = uuid7(Date.now())
  const entry = old.entry(kengDu, 'foundation.checked', build, { ...check, with: [] })
  const carried = await fresh.request('POST', '/api/bundles', {
    bytes: await aBundle(old, [entry]),
    headers: { 'content-type': 'application/offset+octet-stream' },
  })
  expect([carried.status, carried.body]).toMatchObject([200, { device: old.id, acks: [{ status: 'accepted' }] }])
  const review = (device: TestDevice) =>
    device.entry(kengDu, 'foundation.reviewed', build, { check: entry.id, decision: 'accepted' })
  const own = await fresh.sync({ push: [review(fresh)] })
  expect(own.body.acks).toMatchObject([{ status: 'held', code: 'not-your-role' }])
  const vinh = await endpoint.device('inspector', [kengDu], 'Vinh')
  expect((await vinh.sync({ push: [review(vinh)] })).body.acks).toMatchObject([{ status: 'accepted' }])

  // The old one is taken back; the new one goes on.
  await mai.request('POST', `/api/admin/devices/${old.id}/revoke`, { json: { wipe: false } })
  const note = fresh.entry(kengDu, 'note.added', build, { text: 'máy mới' })
  expect((await fresh.sync({ push: [note] })).body.acks).toMatchObject([{ status: 'accepted' }])
})
