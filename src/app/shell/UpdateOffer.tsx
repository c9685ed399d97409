import { useSyncExternalStore } from 'react'
import { m } from '../../language/words/messages.js'
import { touchedForms } from '../store/formMarks.ts'
import { onUpdate, readUpdate, takeUpdate } from './registerWorker.ts'

/** A quiet offer, never during a form [L11]; the old version goes on until the tap. */
export default function UpdateOffer() {
  const update = useSyncExternalStore(onUpdate, readUpdate)
  const busy = useSyncExternalStore(touchedForms.listen, touchedForms.some)
  if (update === 'none' || busy) return null
  return (
    <aside className="update" aria-label={m.update_label()}>
      <span role="status">{update === 'waits' ? m.update_offer() : m.update_elsewhere()}</span>
      <button type="button" className="button" onClick={takeUpdate}>
        {m.update_now()}
      </button>
    </aside>
  )
}
