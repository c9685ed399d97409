import type { ChecklistPublished } from '../../../domain/entries/districtBodies.ts'
import { checklistInForce } from '../../../domain/foundation/checklists.ts'
import { dayOf } from '../../../domain/time/day.ts'
import { useLiveStore } from './StoreContext.tsx'

/** The version that a check is made under today; null while none has come. */
export const useChecklistInForce = (): ChecklistPublished | null => {
  const store = useLiveStore()
  return checklistInForce(store.district, dayOf(store.clock().nowMs)) ?? null
}
