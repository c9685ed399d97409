import type { ContributionRecorded, ContributionSource } from '../entries/communeBodies.ts'
import type { OneOfEach } from './oneOfEach.ts'

/** Whole VND, labour days, and material, of one source in one state. */
export type Amount = { vnd: number; days: number; materials: ContributionRecorded[] }
export type SourceTotals = { source: ContributionSource; promised: Amount; handedOver: Amount }

/** In this order on every screen; an order of the fund's papers, not a rank. */
export const contributionSources = ['counterpart', 'donor', 'family', 'team'] as const satisfies ContributionSource[]

/**
 * What was promised and is still open, and what was handed over, by source; sources without either are left out. Every
 * sum is made here, of each amount once [R-money-02].
 */
export const contributionTotals = ({ counted, standsFor }: OneOfEach): SourceTotals[] => {
  const fulfilled = new Map<string, ContributionRecorded[]>()
  for (const { body } of counted) {
    if (body.fulfils === undefined) continue
    const promise = standsFor(body.fulfils)
    fulfilled.set(promise, [...(fulfilled.get(promise) ?? []), body])
  }
  return contributionSources.flatMap((source) => {
    const promised = nothing()
    const handedOver = nothing()
    const own = counted.filter(({ body }) => body.source === source)
    for (const { entry, body } of own) {
      if (body.state === 'handed-over') add(handedOver, body)
      else add(promised, body, fulfilled.get(entry) ?? [])
    }
    return own.length === 0 ? [] : [{ source, promised, handedOver }]
  })
}

/** Several houses' sums as one. */
export const sumTotals = (all: readonly SourceTotals[]): SourceTotals[] =>
  contributionSources.flatMap((source) => {
    const own = all.filter((one) => one.source === source)
    const sum = (amounts: Amount[]): Amount => ({
      vnd: amounts.reduce((total, { vnd }) => total + vnd, 0),
      days: amounts.reduce((total, { days }) => total + days, 0),
      materials: amounts.flatMap(({ materials }) => materials),
    })
    const promised = sum(own.map((one) => one.promised))
    const handedOver = sum(own.map((one) => one.handedOver))
    return own.length === 0 ? [] : [{ source, promised, handedOver }]
  })

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
