import type { Build, Check } from '../../../domain/build/build.ts'
import { buildOf, checkOf } from '../../../domain/build/buildView.ts'
import type { PhotoTaken } from '../../../domain/entries/communeBodies.ts'
import type { ChecklistPublished } from '../../../domain/entries/districtBodies.ts'
import { checklistInForce, checklistVersion } from '../../../domain/foundation/checklists.ts'
import type { Household } from '../../../domain/household/household.ts'
import { wholeHousehold } from '../../../domain/household/wholeHousehold.ts'
import { photosAbout } from '../../../domain/lists/photosAbout.ts'
import { dayOf } from '../../../domain/time/day.ts'
import { useLiveStore } from './StoreContext.tsx'

export type BuildPage = {
  build: Build
  household: Household | null
  checklist: ChecklistPublished | null
  photos: readonly PhotoTaken[]
}

/** A build with its household and photos, and the checklist that a new check is made under. */
export const useBuild = (id: string): BuildPage | null => {
  const store = useLiveStore()
  const { books, district } = store
  for (const state of books.values()) {
    const build = state.builds.has(id) ? buildOf(state, id) : undefined
    if (build === undefined) continue
    const household = 'household' in build.for ? (wholeHousehold(state, build.for.household) ?? null) : null
    const photos = photosAbout(state, [id]).map(({ body }) => body)
    return { build, household, checklist: checklistInForce(district, dayOf(store.clock().nowMs)) ?? null, photos }
  }
  return null
}

export type CheckPage = {
  check: Check
  build: Build
  household: Household | null
  checklist: ChecklistPublished | null
  photos: readonly PhotoTaken[]
  /** The latest check of the same house's other sitting, under its own checklist's version. */
  other: { check: Check; checklist: ChecklistPublished | null } | null
}

/** A check with its build, household and photos, under its own checklist's version [L18]. */
export const useCheck = (entry: string): CheckPage | null => {
  const { books, district } = useLiveStore()
  for (const state of books.values()) {
    const found = checkOf(state, entry)
    if (found === undefined) continue
    const { check, build } = found
    const household = 'household' in build.for ? (wholeHousehold(state, build.for.household) ?? null) : null
    const checklistOf = ({ body }: Check) =>
      checklistVersion(district, body.checklist.id, body.checklist.version) ?? null
    const other = build.checks.find(({ body }) => body.sitting !== check.body.sitting)
    const photos = photosAbout(state, [build.id]).map(({ body }) => body)
    return {
      check,
      build,
      household,
      checklist: checklistOf(check),
      photos,
      other: other === undefined ? null : { check: other, checklist: checklistOf(other) },
    }
  }
  return null
}
