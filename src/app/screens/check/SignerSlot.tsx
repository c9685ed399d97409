import type { Signature } from '../../../domain/entries/communeBodies.ts'
import type { SignatureSlot } from '../../../domain/entries/districtBodies.ts'
import type { SignatureDraft } from '../../../domain/foundation/checkDraft.ts'
import { encodeStrokes, signaturePath } from '../../../domain/foundation/signatureStrokes.ts'
import { chosenWords } from '../../../language/locale.ts'
import { signingWords } from '../../../language/signingWords.ts'
import { m } from '../../../language/words/messages.js'
import { Choices } from '../../../ui/form/Choices.tsx'
import { Field } from '../../../ui/form/Field.tsx'
import { Folded } from '../../../ui/form/Folded.tsx'
import { SignaturePad } from '../../../ui/form/SignaturePad.tsx'

type Props = {
  slot: SignatureSlot
  draft: SignatureDraft
  change(patch: Partial<SignatureDraft>): void
  wrong: string | undefined
  left(): void
}

type How = Signature['how']

/** One signer: how, by what name, and before whom. */
export const SignerSlot = (props: Props) => {
  const { slot, draft, change } = props
  const { how } = draft
  const who = chosenWords(slot.title)
  const about =
    how === null
      ? [m.sign_slot_open(), slot.required && m.sign_slot_required()].filter(Boolean).join(' · ')
      : `✓ ${signingWords[how]().toLowerCase()}${draft.name.trim() === '' ? '' : ` · ${draft.name.trim()}`}`
  return (
    <Folded title={who} about={about}>
      <Choices<How>
        legend={m.sign_how({ who })}
        quiet
        options={(Object.keys(signingWords) as How[]).map((id) => ({ id, title: signingWords[id]() }))}
        chosen={how === null ? [] : [how]}
        change={([chosen = null]) => change({ how: chosen })}
      />
      {how !== null && <Ways {...props} how={how} who={who} />}
    </Folded>
  )
}

const Ways = ({ draft, change, wrong, left, how, who }: Props & { how: How; who: string }) => (
  <>
    {how === 'on-device' && (
      <SignaturePad
        label={who}
        strokes={draft.strokes}
        change={(strokes) => change({ strokes })}
        encode={encodeStrokes}
        draw={signaturePath}
        wrong={wrong}
      />
    )}
    {how === 'by-proxy' && (
      <>
        <Field
          label={m.sign_proxy_name()}
          value={draft.proxyName}
          change={(proxyName) => change({ proxyName })}
          left={left}
          wrong={wrong}
        />
        <Field
          label={m.sign_proxy_relation()}
          value={draft.proxyRelation}
          change={(proxyRelation) => change({ proxyRelation })}
        />
        <SignaturePad
          label={m.sign_proxy_name()}
          strokes={draft.proxyStrokes}
          change={(proxyStrokes) => change({ proxyStrokes })}
          encode={encodeStrokes}
          draw={signaturePath}
        />
      </>
    )}
    {how === 'fingerprint-on-paper' && <p className="soft">{m.sign_fingerprint_note()}</p>}
    {(how === 'declined' || how === 'absent') && (
      <Field
        label={how === 'declined' ? m.sign_reason() : m.sign_reason_absent()}
        value={draft.reason}
        change={(reason) => change({ reason })}
        left={left}
        wrong={wrong}
      />
    )}
    <Field label={m.sign_name()} value={draft.name} change={(name) => change({ name })} />
    {how !== 'absent' && (
      <Field label={m.sign_witness()} value={draft.witness} change={(witness) => change({ witness })} />
    )}
  </>
)
