import { m } from '../../../language/words/messages.js'
import { tryKeeping } from '../../record/tryPhone.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { TryFoot } from './TryFoot.tsx'
import { useDoing } from './useDoing.ts'

export const KeepStep = () => {
  const store = useStore()
  const { busy, failed, act } = useDoing()
  return (
    <>
      <p>{m.tryphone_keep_do()}</p>
      <TryFoot failed={failed}>
        <button type="button" className="button main wide" disabled={busy} onClick={() => act(() => tryKeeping(store))}>
          {m.tryphone_keep_ask()}
        </button>
      </TryFoot>
    </>
  )
}
