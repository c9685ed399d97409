import { judgeBody } from '../../domain/entries/judgeBody.ts'
import type { BodyOf, KnownKind } from '../../domain/entries/kinds.ts'
import { accepted, type Judged, refused } from '../../domain/entries/refusal.ts'
import { isFull } from '../store/isFull.ts'
import type { Store } from '../store/openStore.ts'
import { saveEntries } from '../store/saveEntries.ts'

/** What was recorded: saved on this phone when this is answered [I1]. */
export type Recorded = { entry: string; subject: string }

export type Record<K extends KnownKind> = {
  book: string
  kind: K
  subject: string
  body: BodyOf<K>
  draft: string | null
}

/** Judges by the domain's rule and saves; a full or broken storage is said, and the draft stays. */
export const record = async <K extends KnownKind>(
  store: Store,
  { draft, ...entry }: Record<K>,
): Promise<Judged<Recorded>> => {
  const judged = judgeBody(entry.kind, entry.body)
  if (!judged.ok) return judged
  try {
    const [saved] = await saveEntries(store.database, store.device, [entry], draft)
    await store.settled()
    return saved === undefined
      ? refused({ field: 'save', code: 'not-saved' })
      : accepted({ entry: saved.id, subject: saved.subject })
  } catch (error) {
    return refused({ field: 'save', code: isFull(error) ? 'phone-full' : 'not-saved' })
  }
}
