const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** How far back one backup of each span is kept: every one of a day, then one a day, a week, a month. */
const spans = [
  { ofMs: 1, forMs: dayMs },
  { ofMs: dayMs, forMs: 8 * dayMs },
  { ofMs: 7 * dayMs, forMs: 36 * dayMs },
  { ofMs: 30 * dayMs, forMs: 366 * dayMs },
]

/**
 * Which of these backups (ms since 1970) stay: all of the last 24 hours, the first of each day of the last 8, of each
 * week of the last 5, of each month of the last 12, and the newest whatever its age. A clock that ran ahead drops none.
 */
export const keptBackups = (made: readonly number[], nowMs: number): ReadonlySet<number> => {
  const oldestFirst = [...made].sort((a, b) => a - b)
  const kept = new Set(oldestFirst.slice(-1))
  for (const { ofMs, forMs } of spans) {
    const seen = new Set<number>()
    for (const ms of oldestFirst) {
      const span = Math.floor(ms / ofMs)
      if (nowMs - ms > forMs || seen.has(span)) continue
      seen.add(span)
      kept.add(ms)
    }
  }
  return kept
}
