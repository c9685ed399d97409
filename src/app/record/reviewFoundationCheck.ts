import type { Build, Check } from '../../domain/build/build.ts'
import { mayReview } from '../../domain/build/mayReview.ts'
import type { FoundationReviewed } from '../../domain/entries/communeBodies.ts'
import { type Judged, refused } from '../../domain/entries/refusal.ts'
import type { Store } from '../store/store.ts'
import { type Recorded, record } from './save.ts'

/** An inspector's answer to a check; never to one that they made or joined. */
export const reviewFoundationCheck = async (
  store: Store,
  { check, build }: { check: Check; build: Build },
  answer: Omit<FoundationReviewed, 'check'>,
): Promise<Judged<Recorded>> => {
  if (!mayReview({ person: check.person, body: check.body }, store.enrolment?.person.id ?? '')) {
    return refused({ field: 'check', code: 'own-check' })
  }
  const body = { ...answer, check: check.entry }
  return record(store, { book: build.book, kind: 'foundation.reviewed', subject: build.id, body, draft: null })
}
