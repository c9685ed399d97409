import { afterAll, beforeAll, expect, it } from 'vitest'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { kengDu, startTestEndpoint, type TestEndpoint } from '../support/testEndpoint.ts'

let endpoint: TestEndpoint
beforeAll(async () => {
  endpoint = await startTestEndpoint()
})
afterAll(() => endpoint.close())

/** What the endpoint says of each body, in their order: accepted, or held and why. */
const judged = async (kind: 'visit.recorded' | 'foundation.checked', bodies: readonly object[]) => {
  const lan = await endpoint.device('recorder', [kengDu])
  const push = bodies.map((body) => lan.entry(kengDu, kind, uuid7(Date.now()), body as never))
  const { body } = await lan.sync({ push })
  return body.acks.map(({ status, code, detail }) => (status === 'accepted' ? status : `${code} ${detail}`))
}

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const visit = { date: day(-2), outcome: 'met-head', purposes: [] }
const check = {
  checklist: { id: 'foundation', version: 1 },
  sitting: 'done',
  date: day(-2),
  answers: {},
  photos: {},
  verdict: 'passed',
}

it('[R-paper-01] the endpoint judges a copied record by the phone’s rule: who, when, and no day to come', async () => {
  const copied = (measuredBy: string, measuredOn: string) => ({ ...visit, copied: { measuredBy, measuredOn } })
  expect(
    await judged('visit.recorded', [
      copied('Trưởng bản Páo', day(-2)),
      copied(' ', day(-2)),
      copied('Páo', day(2)),
      copied('Páo', '2026-02-30'),
    ]),
  ).toEqual([
    'accepted',
    'invalid measuredBy: measured-by',
    'invalid measuredOn: measured-later',
    'invalid measuredOn: measured-on',
  ])
})

it('[R-sign-03] the endpoint judges signers by the phone’s rule, each of the six ways and the witness', async () => {
  const signed = (signature: object) => ({ ...check, signatures: [{ slot: 'household', ...signature }] })
  const [páo, hoa] = ['Lô Văn Páo', 'Lô Thị Hoa']
  const well = [
    { how: 'on-device', name: páo, strokes: 'AABB', witness: hoa },
    { how: 'on-paper', name: páo },
    { how: 'fingerprint-on-paper', name: páo, witness: hoa },
    { how: 'by-proxy', name: páo, proxy: { name: hoa, relation: 'con gái' } },
    { how: 'absent' },
    { how: 'declined', reason: 'chờ họp bản' },
  ]
  expect(await judged('foundation.checked', well.map(signed))).toEqual(well.map(() => 'accepted'))
  const bad = [
    { how: 'on-device', strokes: '' },
    { how: 'on-paper', name: páo, witness: páo },
    { how: 'fingerprint-on-paper', name: páo, strokes: 'AABB' },
    { how: 'by-proxy', name: páo, proxy: { name: hoa, relation: ' ' } },
    { how: 'by-proxy', name: páo, proxy: { name: páo, relation: 'con' } },
    { how: 'by-proxy', name: páo, proxy: { name: hoa, relation: 'con gái' }, witness: hoa },
    { how: 'declined' },
  ]
  expect(await judged('foundation.checked', bad.map(signed))).toEqual([
    'invalid signature-household: strokes-missing',
    'invalid signature-household-witness: witness-other',
    'invalid signature-household: fingerprint-strokes',
    'invalid signature-household-relation: proxy-relation',
    'invalid signature-household: proxy-other',
    'invalid signature-household-witness: witness-other',
    'invalid signature-household: declined-reason',
  ])
})
