import type { Check, Review } from '../../../domain/build/build.ts'
import type { Day } from '../../../domain/entries/communeBodies.ts'
import type { ChecklistPublished } from '../../../domain/entries/districtBodies.ts'
import type { CheckDraft } from '../../../domain/foundation/checkDraft.ts'
import type { Household } from '../../../domain/household/household.ts'
import type { FormPlace } from '../../store/queries/useFormPlace.ts'

/** What every step is given. */
export type StepProps = {
  draft: CheckDraft
  checklist: ChecklistPublished
  household: Household | null
  returned: { check: Check; review: Review } | null
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
