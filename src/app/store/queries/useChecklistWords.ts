import type { Check } from '../../../domain/build/build.ts'
import { checkOf } from '../../../domain/build/buildView.ts'
import type { Words } from '../../../domain/entries/districtBodies.ts'
import { checklistVersion } from '../../../domain/foundation/checklists.ts'
import { useLiveStore } from './StoreContext.tsx'

/** The titles of a check's items and photo slots, by their ids, under its own checklist's version [L18]. */
export type ChecklistWords = (check: Check | string, ids: readonly string[]) => Words[]

export const useChecklistWords = (): ChecklistWords => {
  const { books, district } = useLiveStore()
  const find = (entry: string): Check | undefined => {
    for (const state of books.values()) {
      const found = checkOf(state, entry)
      if (found !== undefined) return found.check
    }
    return undefined
  }
  return (check, ids) => {
    const body = (typeof check === 'string' ? find(check) : check)?.body
    const list = body && checklistVersion(district, body.checklist.id, body.checklist.version)
    const titles = new Map([...(list?.photos ?? []), ...(list?.items ?? [])].map(({ id, title }) => [id, title]))
    return ids.map((id) => titles.get(id) ?? { vi: id, en: id })
  }
}
