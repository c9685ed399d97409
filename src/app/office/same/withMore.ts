import { stages } from '../../../domain/entries/communeBodies.ts'
import type { Side } from '../../store/queries/usePair.ts'

/** Whose page is offered to stay: the one whose house is further on, then with more visits, then registered first. */
export const withMore = (a: Side, b: Side): Side => {
  const rank = ({ build }: Side): number => (build === undefined ? -1 : stages.indexOf(build.stage))
  const seen = ({ household }: Side): number => household.visits.length
  const first = a.household.registered.stamp <= b.household.registered.stamp ? a : b
  const difference = rank(a) - rank(b) || seen(a) - seen(b)
  return difference === 0 ? first : difference > 0 ? a : b
}
