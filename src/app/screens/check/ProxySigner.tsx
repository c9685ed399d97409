import { encodeStrokes, signaturePath } from '../../../domain/foundation/signatureStrokes.ts'
import { m } from '../../../language/words/messages.js'
import { Field } from '../../../ui/form/Field.tsx'
import { SignaturePad } from '../../../ui/form/SignaturePad.tsx'
import type { SignerProps } from './signerProps.ts'

/** *Nhờ người ký thay*: who, and what they are to whom they sign for; the signature itself may be on paper. */
export const ProxySigner = ({ draft, change, wrong, left }: SignerProps) => (
  <>
    <Field
      label={m.sign_proxy_name()}
      value={draft.proxyName}
      change={(proxyName) => change({ proxyName })}
      left={left('')}
      wrong={wrong('')}
    />
    <Field
      label={m.sign_proxy_relation()}
      value={draft.proxyRelation}
      change={(proxyRelation) => change({ proxyRelation })}
      left={left('relation')}
      wrong={wrong('relation')}
    />
    <p className="soft">{m.sign_proxy_where()}</p>
    <SignaturePad
      label={m.sign_proxy_name()}
      strokes={draft.proxyStrokes}
      change={(proxyStrokes) => change({ proxyStrokes })}
      encode={encodeStrokes}
      draw={signaturePath}
    />
  </>
)
