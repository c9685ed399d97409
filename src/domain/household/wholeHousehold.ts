import type { BookState } from '../book/bookState.ts'
import type { Household } from './household.ts'
import { householdOf, latestSeenFirst, mergedInto } from './householdView.ts'
import { livingOf } from './livingOf.ts'
import { standingOf } from './standingOf.ts'

/** The households that this one stands for, itself first: those merged into it, and into those [L14]. */
export const membersOf = (state: BookState, standing: string): string[] => {
  const members = [standing]
  const seen = new Set(members)
  for (let at = 0; at < members.length; at += 1) {
    for (const id of [...(state.mergedFrom.get(members[at] ?? '') ?? [])].sort()) {
      if (seen.has(id)) continue
      seen.add(id)
      if (state.households.has(id) && mergedInto(state, id) === standing) members.push(id)
    }
  }
  return members
}

/**
 * The household that stands for this one, with the visits of all it stands for. What is known of it (its fields) is its
 * own: what the others said differently stays readable in their own entries.
 */
export const wholeHousehold = (state: BookState, id: string): Household | undefined => {
  const standing = mergedInto(state, id)
  const own = householdOf(state, standing)
  if (own === undefined || !state.mergedFrom.has(standing)) return own
  const others = membersOf(state, standing)
    .slice(1)
    .flatMap((one) => householdOf(state, one) ?? [])
  if (others.length === 0) return own
  const visits = [own, ...others].flatMap((one) => one.visits).sort(latestSeenFirst)
  const noticeReadOn = own.noticeReadOn ?? others.find((one) => one.noticeRead)?.noticeReadOn ?? null
  return {
    ...own,
    noticeRead: noticeReadOn !== null,
    noticeReadOn,
    living: livingOf(own.fields, visits, own.writtenOn),
    standing: standingOf(visits, own.writtenOn.headName),
    visits,
  }
}
