import type { BookState } from '../book/bookState.ts'
import { stages } from '../entries/communeBodies.ts'
import { membersOf } from '../household/wholeHousehold.ts'
import type { Build } from './build.ts'
import { buildsFor } from './buildView.ts'

/**
 * Builds of a household and of those merged into it; the last is the one that stands on lists. Of one household that is
 * the last planned; where two were one all along, both planned the same house, and the one further on is it.
 */
export const wholeBuilds = (state: BookState, standing: string): Build[] => {
  const own = membersOf(state, standing).map((id) => buildsFor(state, id))
  if (own.length === 1) return own[0] ?? []
  const all = [...new Map(own.flat().map((build) => [build.id, build])).values()].sort(plannedFirst)
  const latest = own.flatMap((builds) => builds.at(-1) ?? []).sort((a, b) => further(a, b) || plannedFirst(a, b))
  const stands = latest.at(-1)
  return stands === undefined ? all : [...all.filter(({ id }) => id !== stands.id), stands]
}

const further = (a: Build, b: Build): number => stages.indexOf(a.stage) - stages.indexOf(b.stage)

const plannedFirst = ({ planned: a }: Build, { planned: b }: Build): number =>
  a.stamp !== b.stamp ? (a.stamp < b.stamp ? -1 : 1) : a.entry < b.entry ? -1 : 1
