import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { m } from '../../../language/words/messages.js'
import { Field } from '../../../ui/form/Field.tsx'
import { HouseDrawing } from '../../../ui/HouseDrawing.tsx'
import { later } from '../../../ui/later.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { codeFromLink } from '../../enrol/codeFromLink.ts'
import { type Enrolled, enrolDevice } from '../../enrol/enrolDevice.ts'
import { homeScreenFirst, thisBrowser } from '../../enrol/homeScreenFirst.ts'
import { forgetLinkedCode, linkedCode, onLinkedCode } from '../../enrol/linkedCode.ts'
import { typedCode } from '../../enrol/typedCode.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { HomeScreenFirst } from './HomeScreenFirst.tsx'
import './enrol.css'

const ScanQr = later(
  () => import('./ScanQr.tsx'),
  () => <p role="status">{m.opening()}</p>,
)

type Failure = Extract<Enrolled, { ok: false }>['why'] | 'code-empty' | 'code-letters'

/** Enrolment by link, by scanning the QR, or by typing the code. */
export default function Enrol({ turn }: { turn(): void }) {
  const [code, setCode] = useState(() => linkedCode() ?? '')
  // A link that is opened while this screen stands (the address typed over) fills the field too.
  useEffect(() => onLinkedCode(() => setCode((before) => linkedCode() ?? before)), [])
  return (
    <main className="screen enrol" id="content">
      <div className="head enrol-head">
        <HouseDrawing stage="handed-over" size={72} label={m.app_name()} />
        <button type="button" className="button plain" onClick={turn}>
          {m.language_other()}
        </button>
      </div>
      {homeScreenFirst(thisBrowser()) ? (
        <HomeScreenFirst code={code === '' ? null : code} />
      ) : (
        <EnrolHere code={code} setCode={setCode} />
      )}
    </main>
  )
}

const EnrolHere = ({ code, setCode }: { code: string; setCode(code: string): void }) => {
  const { database, device } = useStore()
  const [, go] = useLocation()
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [scan, setScan] = useState<'not' | 'scanning' | 'read'>('not')
  const [failure, setFailure] = useState<Failure | null>(null)
  const enrol = async () => {
    const typed = codeFromLink(code)
    if (typed === null) return setFailure(/[^\x20-\x7e]/.test(code) ? 'code-letters' : 'code-empty')
    setBusy(true)
    setFailure(null)
    const enrolled = await enrolDevice(database, device, typed, name.trim() || 'Mái Ấm')
    if (!enrolled.ok) {
      setBusy(false)
      return setFailure(enrolled.why)
    }
    forgetLinkedCode()
    go('/welcome', { replace: true })
  }
  const found = (read: string) => {
    setCode(typedCode('', read))
    setFailure(null)
    setScan('read')
  }
  return (
    <>
      <h1>{m.enrol_title()}</h1>
      <p>{m.enrol_lead()}</p>
      {scan === 'scanning' ? (
        <ScanQr found={found} stop={() => setScan('not')} />
      ) : (
        <button type="button" className="button" onClick={() => setScan('scanning')}>
          {m.enrol_scan()}
        </button>
      )}
      {scan === 'read' && <Notice tone="leaf">{m.enrol_scan_read()}</Notice>}
      <Field
        label={m.enrol_code()}
        hint={m.enrol_code_hint()}
        value={code}
        change={(now) => setCode(typedCode(code, now))}
        wrong={failure === null ? undefined : failureWords[failure]()}
        code
      />
      <Field label={m.enrol_name()} hint={m.enrol_name_hint()} value={name} change={setName} />
      <p className="soft">{m.enrol_notice()}</p>
      <div className="foot">
        <button type="button" className="button main wide" disabled={busy} onClick={() => void enrol()}>
          {busy ? m.enrol_going() : m.enrol_go()}
        </button>
      </div>
    </>
  )
}

const failureWords: { [F in Failure]: () => string } = {
  'code-empty': m.enrol_error_code_empty,
  'code-letters': m.enrol_error_code_letters,
  'unknown-code': m.enrol_error_unknown_code,
  'too-many': m.enrol_error_too_many,
  'no-signal': m.enrol_error_no_signal,
  keys: m.enrol_error_keys,
}
