import type { Check, Review } from '../../../domain/build/build.ts'
import type { Day, PhotoTaken } from '../../../domain/entries/communeBodies.ts'
import type { ChecklistPublished } from '../../../domain/entries/districtBodies.ts'
import type { CheckDraft } from '../../../domain/foundation/checkDraft.ts'
import type { Household } from '../../../domain/household/household.ts'
import type { FormPlace } from '../../store/queries/useFormPlace.ts'

/** What every step is given. */
export type StepProps = {
  /** As typed, with the photos that stand in each slot now. */
  draft: CheckDraft
  /** The draft that photos are taken for. */
  photoDraft: string
  /** Photos of the check that this one goes on from, by slot. */
  kept: { readonly [slot: string]: readonly PhotoTaken[] }
  checklist: ChecklistPublished
  household: Household | null
  returned: { check: Check; review: Review } | null
  /** The check that this one goes on from. */
  from: Check | null
  /** The latest check of the house's other sitting. */
  other: Check | null
  place: FormPlace
  today: Day
  set(patch: Partial<CheckDraft>): void
  /** Changes what people sign: answers, verdict, what to mend. */
  answer(patch: Partial<CheckDraft>): void
  /** A finished answer goes on to the next step by itself. */
  goOn(): void
  goToItem(item: string): void
  wrong(field: string): string | undefined
  left(field: string): () => void
}
