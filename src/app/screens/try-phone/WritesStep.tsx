import { useState } from 'react'
import { writesWanted } from '../../../domain/try-phone/phoneTried.ts'
import { numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { tryWriting } from '../../record/tryPhone.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { TryFoot } from './TryFoot.tsx'
import { useDoing } from './useDoing.ts'

export const WritesStep = () => {
  const store = useStore()
  const { busy, failed, act } = useDoing()
  const [written, setWritten] = useState(0)
  const said = m.tryphone_writes_doing({ done: numberWords(written), of: numberWords(writesWanted) })
  return (
    <>
      <p>{m.tryphone_writes_do({ count: numberWords(writesWanted) })}</p>
      <TryFoot failed={failed}>
        {busy && (
          <div className="stack tight">
            <p>{said}</p>
            <progress className="bar" value={written} max={writesWanted} aria-label={said} />
          </div>
        )}
        <button
          type="button"
          className="button main wide"
          disabled={busy}
          onClick={() => act(() => tryWriting(store, setWritten))}
        >
          {m.tryphone_writes_begin()}
        </button>
      </TryFoot>
    </>
  )
}
