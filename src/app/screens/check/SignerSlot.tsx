import type { Signature } from '../../../domain/entries/communeBodies.ts'
import type { SignatureDraft } from '../../../domain/foundation/checkDraft.ts'
import { encodeStrokes, signaturePath } from '../../../domain/foundation/signatureStrokes.ts'
import { chosenWords } from '../../../language/locale.ts'
import { signingWords } from '../../../language/signingWords.ts'
import { m } from '../../../language/words/messages.js'
import { Choices } from '../../../ui/form/Choices.tsx'
import { Field } from '../../../ui/form/Field.tsx'
import { Folded } from '../../../ui/form/Folded.tsx'
import { SignaturePad } from '../../../ui/form/SignaturePad.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { ProxySigner } from './ProxySigner.tsx'
import type { SignerProps } from './signerProps.ts'

type How = Signature['how']

/** One signer: how, by what name, and before whom. */
export const SignerSlot = (props: SignerProps) => {
  const { slot, draft, change } = props
  const { how } = draft
  const who = chosenWords(slot.title)
  const about =
    how === null
      ? [m.sign_slot_open(), slot.required && m.sign_slot_required()].filter(Boolean).join(' · ')
      : [`✓ ${signingWords[how]().toLowerCase()}`, nameIn(draft), witnessIn(draft)].filter(Boolean).join(' · ')
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

const nameIn = ({ how, name, proxyName }: SignatureDraft): string =>
  how === 'by-proxy' ? proxyName.trim() : name.trim()

const witnessIn = ({ how, witness }: SignatureDraft): string =>
  how === 'absent' || witness.trim() === '' ? '' : m.sign_witness_by({ name: witness.trim() })

const Ways = (props: SignerProps & { how: How; who: string }) => {
  const { draft, change, wrong, left, how, who } = props
  return (
    <>
      {how === 'on-device' && (
        <SignaturePad
          label={who}
          strokes={draft.strokes}
          change={(strokes) => change({ strokes })}
          encode={encodeStrokes}
          draw={signaturePath}
          wrong={wrong('')}
        />
      )}
      {how === 'by-proxy' && <ProxySigner {...props} />}
      {how === 'on-paper' && <p className="soft">{m.sign_paper_note()}</p>}
      {how === 'fingerprint-on-paper' && (
        <Notice>
          {m.sign_fingerprint_note()} {m.sign_fingerprint_sheet()}
        </Notice>
      )}
      {(how === 'declined' || how === 'absent') && (
        <Field
          label={how === 'declined' ? m.sign_reason() : m.sign_reason_absent()}
          value={draft.reason}
          change={(reason) => change({ reason })}
          left={left('')}
          wrong={wrong('')}
        />
      )}
      <Field
        label={how === 'by-proxy' ? m.sign_proxy_whose() : m.sign_name()}
        value={draft.name}
        change={(name) => change({ name })}
      />
      {how !== 'absent' && (
        <Field
          label={how === 'fingerprint-on-paper' || how === 'by-proxy' ? m.sign_witness_advised() : m.sign_witness()}
          value={draft.witness}
          change={(witness) => change({ witness })}
          left={left('witness')}
          wrong={wrong('witness')}
        />
      )}
    </>
  )
}
