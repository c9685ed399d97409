import { expect, it } from 'vitest'
import { backOffMs } from '../../src/app/sync/backOff.ts'
import { chooseBatch, firstBatchBytes, grown, halved, nextBatch } from '../../src/app/sync/batch.ts'
import { deliveriesOf } from '../../src/app/sync/deliveriesOf.ts'
import { retryAfterMs } from '../../src/app/sync/retryAfter.ts'
import { type Moment, shouldSync } from '../../src/app/sync/whenToSync.ts'

const quiet: Moment = {
  nowMs: 10_000_000,
  online: true,
  visible: true,
  waiting: 0,
  lastTryMs: 9_999_000,
  lastSuccessMs: 9_999_000,
  notBeforeMs: 0,
  trigger: 'clock',
}

it('[L5, R-sync-03] what waits is tried each minute while one looks, the button always, and nothing without a network', () => {
  expect(shouldSync(quiet)).toBe(false)
  expect(shouldSync({ ...quiet, waiting: 1 })).toBe(false)
  expect(shouldSync({ ...quiet, waiting: 1, lastTryMs: quiet.nowMs - 60_000 })).toBe(true)
  expect(shouldSync({ ...quiet, waiting: 1, lastTryMs: null, visible: false })).toBe(false)
  expect(shouldSync({ ...quiet, lastSuccessMs: quiet.nowMs - 3_600_000 })).toBe(true)
  expect(shouldSync({ ...quiet, trigger: 'saved' })).toBe(true)
  expect(shouldSync({ ...quiet, trigger: 'saved', notBeforeMs: quiet.nowMs + 1 })).toBe(false)
  expect(shouldSync({ ...quiet, trigger: 'online', notBeforeMs: quiet.nowMs + 1 })).toBe(true)
  expect(shouldSync({ ...quiet, trigger: 'saved', online: false })).toBe(false)
  expect(shouldSync({ ...quiet, trigger: 'button', online: false })).toBe(true)
  expect(shouldSync({ ...quiet, trigger: 'pause-over' })).toBe(false)
  expect(shouldSync({ ...quiet, trigger: 'pause-over', waiting: 1 })).toBe(true)
  expect(shouldSync({ ...quiet, trigger: 'pause-over', lastSuccessMs: null })).toBe(true)
  expect(shouldSync({ ...quiet, trigger: 'pause-over', waiting: 1, visible: false })).toBe(false)
})

it('[L20] the pause after failures grows to a quarter of an hour, with full jitter', () => {
  expect([0, 1, 2, 30].map((k) => backOffMs(k, 0.999_999))).toEqual([4999, 9999, 19_999, 899_999])
  expect(backOffMs(5, 0)).toBe(0)
})

it('[L1] a batch halves down to one entry, so that a poisoned one is found, and never is empty', () => {
  let bytes = firstBatchBytes
  for (let i = 0; i < 20; i += 1) bytes = halved(bytes)
  const row = (n: number) =>
    ({ n, id: `${n}`, state: 'waiting', delivery: { at: 'waiting' }, entry: { body: 'x'.repeat(4000) } }) as never
  expect(nextBatch([row(1), row(2)], bytes)).toHaveLength(1)
  expect(nextBatch([row(1), row(2)], grown(firstBatchBytes))).toHaveLength(2)
  expect(nextBatch([], bytes)).toEqual([])
})

it('[I2] only the very id and hash that were sent count as handed in', () => {
  const sent = new Map([['a', 'ha']])
  const ack = (id: string, hash: string) => ({
    id,
    hash,
    status: 'accepted' as const,
    seq: 1,
    stamp: '018f3c2b9d40-0000-a1b2c3d4',
  })
  expect([...deliveriesOf([ack('a', 'other'), ack('b', 'hb')], sent, 5)]).toEqual([])
  expect(deliveriesOf([ack('a', 'ha')], sent, 5).get('a')).toMatchObject({ at: 'handed-in', ms: 5 })
})

it('[L20] an endpoint that asks for patience gets it: seconds or a date, an hour at most', () => {
  const said = (value?: string) => retryAfterMs(new Headers(value === undefined ? {} : { 'retry-after': value }), 0)
  expect([said('7'), said(new Date(9000).toUTCString()), said('999999')]).toEqual([
    { retryAfterMs: 7000 },
    { retryAfterMs: 9000 },
    { retryAfterMs: 3_600_000 },
  ])
  expect([said(), said('soon'), said('-1')]).toEqual([{}, {}, {}])
})

it('[L1] a suspect goes last and alone, and not twice in one hand-in', () => {
  const row = (n: number) =>
    ({ n, id: `${n}`, state: 'waiting', delivery: { at: 'waiting' }, entry: { body: 'x' } }) as never
  const waiting = [row(1), row(2), row(3)]
  const ids = (suspects: string[], skip: string[], most = 500) =>
    chooseBatch(waiting, { bytes: 9999, most, suspects: new Set(suspects), skip: new Set(skip) }).map(({ id }) => id)
  expect(ids(['1'], [])).toEqual(['2', '3'])
  expect(ids(['1', '2', '3'], [])).toEqual(['1'])
  expect(ids(['1', '2', '3'], ['1'])).toEqual(['2'])
  expect(ids([], [], 2)).toEqual(['1', '2'])
  expect(ids(['1'], ['1', '2', '3'])).toEqual([])
})

it('[I2] what the endpoint could not read is known by its place in the push, and only there', () => {
  const sent = new Map([
    ['a', 'ha'],
    ['b', 'hb'],
  ])
  const unread = { id: null, hash: null, status: 'refused' as const, code: 'unreadable' }
  const held = { id: 'b', hash: 'hb', status: 'held' as const, code: 'invalid' }
  expect([...deliveriesOf([unread, held], sent, 5)]).toEqual([
    ['a', { at: 'refused', code: 'unreadable' }],
    ['b', { at: 'held', code: 'invalid', detail: '' }],
  ])
  expect([...deliveriesOf([unread], sent, 5)]).toEqual([])
})
