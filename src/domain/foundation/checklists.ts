import type { Day } from '../entries/communeBodies.ts'
import type { ChecklistPublished } from '../entries/districtBodies.ts'
import { type DistrictState, districtEntries } from '../people/districtState.ts'

/** Every published version, oldest first. */
const checklistsOf = (district: DistrictState): ChecklistPublished[] =>
  districtEntries(district, 'checklist.published').map((entry) => entry.body as ChecklistPublished)

/** The version that a new check is made under: the greatest in force on that day. */
export const checklistInForce = (district: DistrictState, day: Day): ChecklistPublished | undefined =>
  checklistsOf(district)
    .filter(({ from }) => from === undefined || from <= day)
    .reduce<ChecklistPublished | undefined>(
      (best, one) => (best === undefined || one.version >= best.version ? one : best),
      undefined,
    )

/** [L18] A check is read under the version it was made under. */
export const checklistVersion = (
  district: DistrictState,
  id: string,
  version: number,
): ChecklistPublished | undefined =>
  checklistsOf(district).findLast((one) => one.checklist === id && one.version === version)
