import fc from 'fast-check'
import { expect, it } from 'vitest'
import { clockSaid } from '../../src/domain/time/clockSaid.ts'
import { dayOf } from '../../src/domain/time/day.ts'
import { tick } from '../../src/domain/time/hybridClock.ts'
import { type ClockMark, judgeClock, markOfAnswer, markOfEndpoint } from '../../src/domain/time/judgeClock.ts'
import { bodyShapes } from '../../src/wire/kinds/bodyShapes.ts'

const at = (moment: string): number => Date.parse(`${moment}:00+07:00`)
const built = at('2026-11-01T00:00')
const fallen = at('2020-01-01T00:04')
const hour = 3_600_000
const day = 24 * hour

const clock = (moment: string): ClockMark => ({ deviceMs: at(moment), offsetMs: 0, by: 'clock' })
const answered = markOfAnswer('2026-11-25', fallen)
const said = (deviceMs: number, mark: ClockMark | null) => {
  const { nowMs, doubt } = judgeClock(deviceMs, mark, built)
  return `${dayOf(nowMs)} ${doubt?.why ?? 'believed'}`
}

it('[R-clock-01] what may be of a clock, in a table', () => {
  const last = clock('2026-11-24T17:30')
  const table: [string, number, ClockMark | null, string][] = [
    ['a new phone', at('2026-11-25T08:00'), null, '2026-11-25 believed'],
    ['a new phone that stands before the app was built', fallen, null, '2026-11-01 behind'],
    ['the next morning', at('2026-11-25T07:00'), last, '2026-11-25 believed'],
    ['set back a little by the network', at('2026-11-24T17:10'), last, '2026-11-24 believed'],
    ['fell back an hour', at('2026-11-24T16:30'), last, '2026-11-24 behind'],
    ['fell back a day', at('2026-11-23T18:00'), last, '2026-11-24 behind'],
    ['a dead battery', fallen, last, '2026-11-24 behind'],
    [
      'a newer app, a clock last believed long ago',
      at('2026-10-20T08:00'),
      clock('2026-09-01T08:00'),
      '2026-11-01 behind',
    ],
    ['after a month in a drawer', at('2026-12-24T07:00'), last, '2026-12-24 believed'],
    ['after half a year in a drawer, or far ahead', at('2027-05-24T07:00'), last, '2027-05-24 ahead'],
    ['ten years ahead', at('2036-11-25T07:00'), last, '2036-11-25 ahead'],

    ['fell back, answered', fallen + hour, answered, '2026-11-25 believed'],
    ['answered, the next day', fallen + day, answered, '2026-11-26 believed'],
    ['answered, and the battery died again', fallen - day, answered, '2026-11-25 behind'],
    ['answered, and the clock was put right', at('2026-11-26T09:00'), answered, '2026-11-26 believed'],
    ['answered, and jumped elsewhere', at('2023-05-01T09:00'), answered, '2026-11-25 behind'],
    [
      'answered as the clock said',
      at('2026-11-25T09:00'),
      markOfAnswer('2026-11-25', at('2026-11-25T08:00')),
      '2026-11-25 believed',
    ],
    [
      'an answer stands above the day of the build',
      fallen + hour,
      markOfAnswer('2020-01-01', fallen),
      '2020-01-01 believed',
    ],

    // Three days behind, answered; four days later on this clock it may have run on, or been put right.
    [
      'three days behind, the same day',
      at('2026-11-22T12:00'),
      markOfAnswer('2026-11-25', at('2026-11-22T08:00')),
      '2026-11-25 believed',
    ],
    [
      'three days behind, after four days',
      at('2026-11-26T12:00'),
      markOfAnswer('2026-11-25', at('2026-11-22T08:00')),
      '2026-11-26 either',
    ],
    // A year ahead, answered; then put right.
    [
      'a year ahead, the next day',
      at('2027-11-26T08:00'),
      markOfAnswer('2026-11-25', at('2027-11-25T08:00')),
      '2026-11-26 believed',
    ],
    [
      'a year ahead, put right',
      at('2026-11-26T08:00'),
      markOfAnswer('2026-11-25', at('2027-11-25T08:00')),
      '2026-11-26 believed',
    ],

    ['the endpoint knew better', fallen + hour, markOfEndpoint(at('2026-11-25T08:00'), fallen), '2026-11-25 believed'],
    [
      'the endpoint knew better, and the battery died',
      fallen - hour,
      markOfEndpoint(at('2026-11-25T08:00'), fallen),
      '2026-11-25 behind',
    ],
    // Set by hand to another zone: two hours behind for ever is no riddle.
    [
      'two hours behind, the next day',
      at('2026-11-26T06:00'),
      markOfEndpoint(at('2026-11-25T08:00'), at('2026-11-25T06:00')),
      '2026-11-26 believed',
    ],
  ]
  expect(table.map(([what, deviceMs, mark]) => `${what}: ${said(deviceMs, mark)}`)).toEqual(
    table.map(([what, , , expected]) => `${what}: ${expected}`),
  )
})

it('[R-clock-01] the endpoint heals: after its word there is no doubt, whatever was believed before (seed 20261125)', () => {
  const moment = fc.integer({ min: at('2019-01-01T00:00'), max: at('2040-01-01T00:00') })
  fc.assert(
    fc.property(moment, moment, fc.integer({ min: 0, max: 40 * day }), (deviceMs, endpointMs, laterMs) => {
      const { nowMs, doubt } = judgeClock(deviceMs + laterMs, markOfEndpoint(endpointMs, deviceMs), built)
      expect(doubt).toBeNull()
      expect(Math.abs(nowMs - (endpointMs + laterMs))).toBeLessThanOrEqual(10 * 60_000)
    }),
    { seed: 20261125, numRuns: 2_000 },
  )
})

it('[R-clock-03] an answer stands for its day and is written with what was added; a right clock writes nothing', () => {
  expect(dayOf(judgeClock(fallen, answered, built).nowMs)).toBe('2026-11-25')
  expect(clockSaid(judgeClock(fallen, answered, built))).toEqual({
    clock: { day: '2026-11-25', offset: (at('2026-11-25T00:04') - fallen) / 1000 },
  })
  const last = clock('2026-11-24T17:30')
  // Nobody answered: what is recorded says that too.
  expect(clockSaid(judgeClock(fallen, last, built))).toEqual({
    clock: { day: null, offset: (at('2026-11-24T17:30') - fallen) / 1000 },
  })
  expect(clockSaid(judgeClock(at('2026-11-25T07:00'), last, built))).toEqual({})
  expect(clockSaid(judgeClock(fallen, markOfEndpoint(at('2026-11-25T08:00'), fallen), built))).toEqual({})
  const visit = {
    date: '2026-11-25',
    outcome: 'met-head',
    purposes: [],
    ...clockSaid(judgeClock(fallen, answered, built)),
  }
  expect(bodyShapes['visit.recorded'].safeParse(visit).success).toBe(true)
  expect(bodyShapes['visit.recorded'].safeParse({ ...visit, clock: { day: 'hôm nay', offset: 1.5 } }).success).toBe(
    false,
  )
})

it('[R-clock-04] readings rise while the clock falls, is answered for, and is put right', () => {
  let last = tick(null, at('2026-11-24T17:30'), 'a1b2c3d4')
  for (const nowMs of [fallen, fallen, fallen + hour, at('2026-11-24T17:30'), at('2026-11-25T08:00'), fallen]) {
    const next = tick(last, nowMs, 'a1b2c3d4')
    expect(next > last).toBe(true)
    last = next
  }
})
