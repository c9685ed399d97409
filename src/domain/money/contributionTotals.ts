import type { ContributionRecorded, ContributionSource } from '../entries/communeBodies.ts'

/** Whole VND, labour days, and material, of one source in one state. */
export type Amount = { vnd: number; days: number; materials: ContributionRecorded[] }
export type SourceTotals = { source: ContributionSource; promised: Amount; handedOver: Amount }

/** In this order on every screen; an order of the fund's papers, not a rank. */
export const contributionSources = ['counterpart', 'donor', 'family', 'team'] as const satisfies ContributionSource[]

type Contribution = { entry: string; body: ContributionRecorded }

/** What was promised and is still open, and what was handed over, by source; sources without either are left out. */
export const contributionTotals = (contributions: readonly Contribution[]): SourceTotals[] => {
  const fulfilled = new Map<string, ContributionRecorded[]>()
  for (const { body } of contributions) {
    if (body.fulfils) fulfilled.set(body.fulfils, [...(fulfilled.get(body.fulfils) ?? []), body])
  }
  return contributionSources.flatMap((source) => {
    const promised = nothing()
    const handedOver = nothing()
    const own = contributions.filter(({ body }) => body.source === source)
    for (const { entry, body } of own) {
      if (body.state === 'handed-over') add(handedOver, body)
      else add(promised, body, fulfilled.get(entry) ?? [])
    }
    return own.length === 0 ? [] : [{ source, promised, handedOver }]
  })
}

const nothing = (): Amount => ({ vnd: 0, days: 0, materials: [] })

/** `met`: what was handed over of a promise since; only the rest of it is still open. */
const add = (amount: Amount, body: ContributionRecorded, met: readonly ContributionRecorded[] = []): void => {
  const rest = (of: (body: ContributionRecorded) => number | undefined) =>
    Math.max(0, (of(body) ?? 0) - met.reduce((sum, one) => sum + (of(one) ?? 0), 0))
  // The worth of material is told with it, and not counted as money that changed hands.
  if (body.form === 'money') amount.vnd += rest(({ vnd }) => vnd)
  if (body.form === 'labour') amount.days += rest(({ days }) => days)
  if (body.form === 'material' && met.length === 0) amount.materials.push(body)
}
