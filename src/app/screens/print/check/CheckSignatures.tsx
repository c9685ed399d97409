import type { Signature } from '../../../../domain/entries/communeBodies.ts'
import type { SignatureSlot } from '../../../../domain/entries/districtBodies.ts'
import { signaturePath } from '../../../../domain/foundation/signatureStrokes.ts'
import { chosenWords } from '../../../../language/locale.ts'
import { signedWords } from '../../../../language/signedWords.ts'
import { m } from '../../../../language/words/messages.js'

type Props = { signatures: readonly Signature[]; slots: readonly SignatureSlot[] }

/** A place for each signer; what was drawn on the phone is drawn again from its strokes. */
export const CheckSignatures = ({ signatures, slots }: Props) => {
  const known = new Set(slots.map(({ id }) => id))
  const others = signatures.filter(({ slot }) => !known.has(slot))
  return (
    <section className="paper-part">
      <h2>{m.print_sign()}</h2>
      <ul className="paper-signed">
        {slots.map(({ id, title }) => (
          <Signed key={id} who={chosenWords(title)} signature={signatures.find(({ slot }) => slot === id)} />
        ))}
        {others.map((signature) => (
          <Signed key={signature.slot} who={signature.slot} signature={signature} />
        ))}
      </ul>
    </section>
  )
}

const Signed = ({ who, signature }: { who: string; signature: Signature | undefined }) => {
  const path = signaturePath(signature?.strokes ?? signature?.proxy?.strokes ?? '')
  return (
    <li>
      <strong>{who}</strong>
      {path !== '' && (
        <svg viewBox="0 0 90 45" role="img" aria-label={m.review_signature_of({ who })}>
          <path d={path} fill="none" stroke="#1f1b16" strokeWidth="1.1" strokeLinecap="round" strokeLinejoin="round" />
        </svg>
      )}
      <span className="paper-under">{signature === undefined ? m.sign_slot_open() : signedWords(signature)}</span>
    </li>
  )
}
