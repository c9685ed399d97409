import type { ChecklistPublished } from '../../../domain/entries/districtBodies.ts'
import { checklistVersion } from '../../../domain/foundation/checklists.ts'
import { useLiveStore } from './StoreContext.tsx'

/** [L18] The version that a draft was begun under, also when the district has published another since. */
export const useChecklist = (begun: { id: string; version: number } | undefined): ChecklistPublished | null => {
  const { district } = useLiveStore()
  return begun === undefined ? null : (checklistVersion(district, begun.id, begun.version) ?? null)
}
