import { mayWrite } from '../../domain/entries/mayWrite.ts'
import { accepted, type Judged, refused } from '../../domain/entries/refusal.ts'
import { type MoveDraft, type Moving, moveEntries } from '../../domain/household/moveDraft.ts'
import type { Store } from '../store/store.ts'
import { recordTogether } from './save.ts'

/** "Chuyển sang xã khác": all that it writes in both books is saved at once or not at all. Answers its page there. */
export const moveHousehold = async (
  store: Store,
  moving: Moving,
  draft: MoveDraft,
  { key, builtThere }: { key: string; builtThere: boolean },
): Promise<Judged<{ household: string }>> => {
  const { enrolment, device } = store
  if (!mayWrite(enrolment?.role ?? 'recorder', 'household.moved', { to: draft.book }, 'commune'))
    return refused({ field: 'save', code: 'move-role' })
  if (!enrolment?.books.slice(1).some(({ id }) => id === draft.book))
    return refused({ field: 'book', code: 'move-book' })
  const household = device.uuid7()
  const saved = await recordTogether(
    store,
    moveEntries(moving, draft, { household, build: device.uuid7(), builtThere }),
    key,
  )
  return saved.ok ? accepted({ household }) : saved
}
