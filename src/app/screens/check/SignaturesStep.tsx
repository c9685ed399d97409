import { emptySignature, type SignatureDraft } from '../../../domain/foundation/checkDraft.ts'
import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'
import { ReadAloud } from './ReadAloud.tsx'
import { SignerSlot } from './SignerSlot.tsx'
import type { StepProps } from './stepProps.ts'

/** First it is read out, then each signer of the checklist signs in one of the honest ways, or doesn't. */
export const SignaturesStep = (props: StepProps) => {
  const { draft, checklist, household, set, wrong, left } = props
  const headName = household?.fields.headName ?? ''
  const change = (slot: string, patch: Partial<SignatureDraft>) => {
    const before = draft.signatures[slot] ?? { ...emptySignature, name: slot === 'household' ? headName : '' }
    set({ signatures: { ...draft.signatures, [slot]: { ...before, ...patch } } })
  }
  return (
    <>
      <h1 tabIndex={-1}>{m.sign_title()}</h1>
      <ReadAloud {...props} />
      {draft.copied !== null && <Notice>{m.paper_sign()}</Notice>}
      {!draft.readAloud && !draft.changedSinceSigned && anySigned(draft) && (
        <Notice tone="amber">{m.sign_not_read()}</Notice>
      )}
      {draft.changedSinceSigned && <Notice tone="amber">{m.sign_changed()}</Notice>}
      <div className="signers">
        {checklist.signatures.map((slot) => (
          <SignerSlot
            key={slot.id}
            slot={slot}
            draft={draft.signatures[slot.id] ?? emptySignature}
            change={(patch) => change(slot.id, patch)}
            wrong={(part) => wrong(fieldOf(slot.id, part))}
            left={(part) => left(fieldOf(slot.id, part))}
          />
        ))}
      </div>
      <p className="soft">{m.sign_lead()}</p>
    </>
  )
}

const fieldOf = (slot: string, part: string): string =>
  part === '' ? `signature-${slot}` : `signature-${slot}-${part}`

const anySigned = ({ signatures }: StepProps['draft']): boolean =>
  Object.values(signatures).some(({ how }) => how !== null && how !== 'absent' && how !== 'declined')
