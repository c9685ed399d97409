import { useEffect, useState } from 'react'
import { m } from '../../../language/words/messages.js'
import { Field } from '../../../ui/form/Field.tsx'
import { HouseDrawing } from '../../../ui/HouseDrawing.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { codeFromLink } from '../../enrol/codeFromLink.ts'
import { type Enrolled, enrolDevice } from '../../enrol/enrolDevice.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'

type Failure = Extract<Enrolled, { ok: false }>['why'] | 'code-empty'

/** Enrolment by link or by typing the code; the code leaves the address bar at once. */
export default function Enrol({ turn }: { turn(): void }) {
  const { database, device } = useStore()
  const [code, setCode] = useState(() => codeFromLink(location.hash) ?? '')
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    if (location.hash.startsWith('#enrol=')) history.replaceState(null, '', location.pathname)
  }, [])
  const enrol = async () => {
    const typed = codeFromLink(code)
    if (typed === null) return setFailure('code-empty')
    setBusy(true)
    setFailure(null)
    const enrolled = await enrolDevice(database, device, typed, name.trim() || 'Mái Ấm')
    setBusy(false)
    if (!enrolled.ok) setFailure(enrolled.why)
  }
  return (
    <main className="screen" id="content">
      <div className="head">
        <HouseDrawing stage="handed-over" size={72} label={m.app_name()} />
        <button type="button" className="button plain" onClick={turn}>
          {m.language_other()}
        </button>
      </div>
      <h1>{m.enrol_title()}</h1>
      <p>{m.enrol_lead()}</p>
      <Field
        label={m.enrol_code()}
        hint={m.enrol_code_hint()}
        value={code}
        change={setCode}
        wrong={failure === null ? undefined : failureWords[failure]()}
      />
      <Field label={m.enrol_name()} hint={m.enrol_name_hint()} value={name} change={setName} />
      <Notice>{m.enrol_notice()}</Notice>
      <button type="button" className="button main" disabled={busy} onClick={() => void enrol()}>
        {busy ? m.enrol_going() : m.enrol_go()}
      </button>
    </main>
  )
}

const failureWords: { [F in Failure]: () => string } = {
  'code-empty': m.enrol_error_code_empty,
  'unknown-code': m.enrol_error_unknown_code,
  'too-many': m.enrol_error_too_many,
  'no-signal': m.enrol_error_no_signal,
  keys: m.enrol_error_keys,
}
