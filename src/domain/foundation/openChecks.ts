import type { Build, Check } from '../build/build.ts'

/**
 * The checks that still count: the latest of each sitting, latest first. Each sitting keeps its own answer (decision
 * 26); what was asked about the trench is closed once the finished foundation above it was accepted.
 */
export const openChecks = ({ checks }: Pick<Build, 'checks'>): Check[] => {
  const done = checks.find(({ body }) => body.sitting === 'done')
  const trench = checks.find(({ body }) => body.sitting === 'before-concrete')
  const closed = done?.status === 'accepted' && done.body.verdict === 'passed' && trench !== checks[0]
  return checks.filter((check) => check === done || (check === trench && !closed))
}

/** The one that asks most: a return of either sitting, else the latest. */
export const mostUrgent = (checks: readonly Check[]): Check | undefined =>
  checks.find(({ status }) => status === 'returned') ?? checks[0]
