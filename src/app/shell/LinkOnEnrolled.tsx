import { useSyncExternalStore } from 'react'
import { m } from '../../language/words/messages.js'
import { forgetLinkedCode, linkedCode, onLinkedCode } from '../enrol/linkedCode.ts'

/** An enrol link was opened on a phone that is enrolled: said, and nothing is done with the code. */
export default function LinkOnEnrolled({ name }: { name: string }) {
  const code = useSyncExternalStore(onLinkedCode, linkedCode)
  if (code === null) return null
  return (
    <aside className="notice amber link-here" aria-label={m.enrol_code()}>
      <span role="status">{m.enrol_already({ name })}</span>
      <button type="button" className="button" onClick={forgetLinkedCode}>
        {m.enrol_already_seen()}
      </button>
    </aside>
  )
}
