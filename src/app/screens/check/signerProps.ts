import type { SignatureSlot } from '../../../domain/entries/districtBodies.ts'
import type { SignatureDraft } from '../../../domain/foundation/checkDraft.ts'

/** What is refused of a slot: the way itself, or one part of it. */
type Part = '' | 'relation' | 'witness'

export type SignerProps = {
  slot: SignatureSlot
  draft: SignatureDraft
  change(patch: Partial<SignatureDraft>): void
  wrong(part: Part): string | undefined
  left(part: Part): () => void
}
