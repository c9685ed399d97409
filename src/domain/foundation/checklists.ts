import type { Day } from '../entries/communeBodies.ts'
import type { ChecklistPublished } from '../entries/districtBodies.ts'
import { type DistrictState, districtEntries } from '../people/districtState.ts'

/** Finds a checklist's version; one and the same function until the district's book changes. */
export type Checklists = (id: string, version: number) => ChecklistPublished | undefined

type Published = { version: number; all: readonly ChecklistPublished[]; find: Checklists }

const kept = new WeakMap<DistrictState, Published>()

/** Every published version, oldest first: read once, however many checks ask. */
const publishedIn = (district: DistrictState): Published => {
  const before = kept.get(district)
  if (before?.version === district.version) return before
  const all = districtEntries(district, 'checklist.published').map((entry) => entry.body as ChecklistPublished)
  const find: Checklists = (id, version) => all.findLast((one) => one.checklist === id && one.version === version)
  const published = { version: district.version, all, find }
  kept.set(district, published)
  return published
}

/** The version that a new check is made under: the greatest in force on that day. */
export const checklistInForce = (district: DistrictState, day: Day): ChecklistPublished | undefined =>
  publishedIn(district)
    .all.filter(({ from }) => from === undefined || from <= day)
    .reduce<ChecklistPublished | undefined>(
      (best, one) => (best === undefined || one.version >= best.version ? one : best),
      undefined,
    )

/** [L18] A check is read under the version it was made under. */
export const checklistVersion = (
  district: DistrictState,
  id: string,
  version: number,
): ChecklistPublished | undefined => publishedIn(district).find(id, version)

export const checklistsIn = (district: DistrictState): Checklists => publishedIn(district).find
