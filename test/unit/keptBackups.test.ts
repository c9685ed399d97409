import { expect, it } from 'vitest'
import { keptBackups } from '../../src/endpoint/admin/keptBackups.ts'

const hour = 3_600_000
const day = 24 * hour
const now = Date.parse('2026-11-25T02:00:00Z')

it('[R-backup-01] backups of a day stay all, then one a day, a week, a month; the newest stays whatever its age', () => {
  // Every six hours for two years.
  const made = Array.from({ length: 2 * 365 * 4 }, (_, at) => now - at * 6 * hour)
  const kept = [...keptBackups(made, now)].map((ms) => (now - ms) / day).sort((a, b) => a - b)
  expect(kept.filter((days) => days <= 1)).toEqual([0, 0.25, 0.5, 0.75, 1])
  expect(kept.filter((days) => days > 1 && days <= 8)).toHaveLength(7)
  expect(kept.filter((days) => days > 8 && days <= 36).length).toBeGreaterThanOrEqual(4)
  expect(kept.filter((days) => days > 36).length).toBeGreaterThanOrEqual(10)
  expect(kept.length).toBeLessThan(40)
  expect(Math.max(...kept)).toBeLessThanOrEqual(366)
  expect([...keptBackups([now - 5 * 365 * day], now)]).toEqual([now - 5 * 365 * day])
})

it('[R-backup-01] kept day after day, what was dropped on the way is not missed later: there is always one of last week and of last month', () => {
  let there: number[] = []
  for (let at = 0; at < 400; at += 1) {
    const today = now + at * day
    there.push(today)
    const kept = keptBackups(there, today)
    there = there.filter((ms) => kept.has(ms))
    if (at < 60) continue
    expect(there.some((ms) => today - ms >= 6 * day && today - ms <= 15 * day)).toBe(true)
    expect(there.some((ms) => today - ms >= 25 * day && today - ms <= 62 * day)).toBe(true)
  }
  expect(there.length).toBeLessThan(32)
})

it('[R-backup-01] a clock that ran ahead for a while drops nothing', () => {
  const made = [now, now + 3 * day, now + 40 * day]
  expect(keptBackups(made, now)).toEqual(new Set(made))
})
