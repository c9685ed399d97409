import { judgeBody } from '../../domain/entries/judgeBody.ts'
import type { BodyOf, KnownKind } from '../../domain/entries/kinds.ts'
import { accepted, type Judged, refused } from '../../domain/entries/refusal.ts'
import { clockSaid } from '../../domain/time/clockSaid.ts'
import { dayOf } from '../../domain/time/day.ts'
import { isFull } from '../store/isFull.ts'
import type { PhotoRow } from '../store/photoRows.ts'
import { type NewEntry, saveEntries } from '../store/saveEntries.ts'
import type { Store } from '../store/store.ts'

/** What was recorded: saved on this phone when this is answered [I1]. */
export type Recorded = { entry: string; subject: string }

export type Record<K extends KnownKind> = {
  book: string
  kind: K
  subject: string
  body: BodyOf<K>
  draft: string | null
  photos?: readonly PhotoRow[]
}

/** The draft that a record comes from, and the photos staged with it: each becomes an entry about the same subject. */
export type RecordedForm = { draft: string; photos: readonly PhotoRow[] }

/** What carries a date of its own says on whose word, where the clock is doubtful. */
const dated: ReadonlySet<KnownKind> = new Set([
  'visit.recorded',
  'foundation.checked',
  'build.advanced',
  'contribution.recorded',
])

/** Judges by the domain's rule and saves; a full or broken storage is said, and the draft stays. */
export const record = <K extends KnownKind>(
  store: Store,
  { draft, photos = [], ...entry }: Record<K>,
): Promise<Judged<Recorded>> => recordTogether(store, [entry as NewEntry], draft, photos)

/** What belongs together is saved at once or not at all; the photos are of the first, which is answered. */
export const recordTogether = async (
  store: Store,
  entries: readonly NewEntry[],
  draft: string | null,
  photos: readonly PhotoRow[] = [],
): Promise<Judged<Recorded>> => {
  const clock = store.clock()
  const said = entries.map((entry) =>
    dated.has(entry.kind) ? ({ ...entry, body: { ...entry.body, ...clockSaid(clock) } } as NewEntry) : entry,
  )
  const refusals = said
    .map(({ kind, body }) => judgeBody(kind, body, dayOf(clock.nowMs)))
    .flatMap((judged) => (judged.ok ? [] : judged.refusals))
  const [first] = said
  if (refusals.length > 0 || first === undefined) return refused(...refusals)
  try {
    const { book, subject } = first
    const taken = photos.map(
      (photo): NewEntry<'photo.taken'> => ({ book, kind: 'photo.taken', subject, body: photo.body }),
    )
    const staged = photos.map(({ photo }) => photo)
    const [saved] = await saveEntries(store.database, store.device, [...said, ...taken], draft, staged)
    await store.settled()
    return saved === undefined
      ? refused({ field: 'save', code: 'not-saved' })
      : accepted({ entry: saved.id, subject: saved.subject })
  } catch (error) {
    return refused({ field: 'save', code: isFull(error) ? 'phone-full' : 'not-saved' })
  }
}
