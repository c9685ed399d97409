import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ContributionRecorded } from '../../src/domain/entries/communeBodies.ts'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { kengDu, startTestEndpoint, type TestEndpoint } from '../support/testEndpoint.ts'

let endpoint: TestEndpoint
beforeAll(async () => {
  endpoint = await startTestEndpoint()
})
afterAll(() => endpoint.close())

const money = (
  source: ContributionRecorded['source'],
  more: Partial<ContributionRecorded> = {},
): ContributionRecorded => ({
  source,
  form: 'money',
  state: 'handed-over',
  date: '2026-11-20',
  ...more,
})

it('[R-money-03, R-money-04] answers and voids are judged by whose money they are about', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const mai = await endpoint.device('district', [])
  const build = uuid7(Date.now())
  const [donor, later] = [mai, mai].map((desk) =>
    desk.entry(kengDu, 'contribution.recorded', build, money('donor', { vnd: 20_000_000, to: 'Lô Văn Páo' })),
  )
  const family = lan.entry(kengDu, 'contribution.recorded', build, money('family', { vnd: 1_000_000 }))
  const given = { of: later?.id ?? '', entry: donor?.id ?? '' }
  const answer = (more: object) => ({ sameAs: { ...given, same: true }, ...more })
  const take = (entry: string) => ({ entry, kind: 'contribution.recorded', reason: 'ghi nhầm nhà' })
  await mai.sync({ push: [donor, later] })
  const { body } = await lan.sync({
    push: [
      family,
      lan.entry(kengDu, 'contribution.recorded', build, money('donor', answer({}))),
      lan.entry(kengDu, 'contribution.recorded', build, money('family', answer({}))),
      lan.entry(kengDu, 'contribution.recorded', build, money('family', answer({ vnd: 1_000_000 }))),
      lan.entry(kengDu, 'entry.voided', build, take(donor?.id ?? '')),
      lan.entry(kengDu, 'entry.voided', build, take(family.id)),
      // What it takes back has not come yet: an entry may come before what it refers to.
      lan.entry(kengDu, 'entry.voided', build, take(uuid7(Date.now()))),
    ],
  })
  expect(body.acks.map(({ status, code }) => code ?? status)).toEqual([
    'accepted',
    'not-your-role',
    'accepted',
    'invalid',
    'not-your-role',
    'accepted',
    'accepted',
  ])
  const office = await mai.sync({ push: [mai.entry(kengDu, 'entry.voided', build, take(donor?.id ?? ''))] })
  expect(office.body.acks[0]).toMatchObject({ status: 'accepted' })
})

it('[R-same-03, R-same-05] a recorder tells two households apart by a note; merging and its way back are not theirs', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const hung = await endpoint.device('inspector', [kengDu])
  const [a, b] = [uuid7(Date.now()), uuid7(Date.now())]
  const merged = hung.entry(kengDu, 'household.merged', b, { into: a })
  const back = { entry: merged.id, kind: 'household.merged', reason: 'hai hộ khác nhau' }
  expect((await hung.sync({ push: [merged] })).body.acks[0]).toMatchObject({ status: 'accepted' })
  const { body } = await lan.sync({
    push: [
      lan.entry(kengDu, 'note.added', b, { text: '', different: [a] }),
      lan.entry(kengDu, 'household.merged', b, { into: a }),
      lan.entry(kengDu, 'entry.voided', b, back),
    ],
  })
  expect(body.acks.map(({ status, code }) => code ?? status)).toEqual(['accepted', 'not-your-role', 'not-your-role'])
  expect((await hung.sync({ push: [hung.entry(kengDu, 'entry.voided', b, back)] })).body.acks[0]).toMatchObject({
    status: 'accepted',
  })
})
