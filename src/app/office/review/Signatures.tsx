import type { Signature } from '../../../domain/entries/communeBodies.ts'
import type { SignatureSlot } from '../../../domain/entries/districtBodies.ts'
import { signaturePath } from '../../../domain/foundation/signatureStrokes.ts'
import { chosenWords } from '../../../language/locale.ts'
import { signedWords } from '../../../language/signedWords.ts'
import { m } from '../../../language/words/messages.js'

type Props = { signatures: readonly Signature[]; slots: readonly SignatureSlot[]; readAloud: boolean }

/** Who signed and how; a signature drawn on the phone is drawn again. Not signing has a reason, not a fault. */
export const Signatures = ({ signatures, slots, readAloud }: Props) => (
  <section className="card" aria-labelledby="signed">
    <h2 id="signed">{m.review_signatures()}</h2>
    <p className="soft">{readAloud ? `✓ ${m.review_read_aloud()}` : m.review_not_read_aloud()}</p>
    {signatures.length === 0 && <p className="soft">{m.review_none()}</p>}
    <ul className="signed">
      {signatures.map((signature) => {
        const title = slots.find(({ id }) => id === signature.slot)?.title
        const who = title === undefined ? signature.slot : chosenWords(title)
        const path = signaturePath(signature.strokes ?? signature.proxy?.strokes ?? '')
        return (
          <li key={signature.slot}>
            {path !== '' && (
              <svg viewBox="0 0 90 45" role="img" aria-label={m.review_signature_of({ who })}>
                <path
                  d={path}
                  fill="none"
                  stroke="var(--ink)"
                  strokeWidth="1.2"
                  strokeLinecap="round"
                  strokeLinejoin="round"
                />
              </svg>
            )}
            <strong>{who}</strong>
            <p className="soft">{signedWords(signature)}</p>
          </li>
        )
      })}
    </ul>
  </section>
)
