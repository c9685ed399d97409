import { useLocation } from 'wouter'
import { m } from '../../../language/words/messages.js'
import { ShareText } from '../../../ui/ShareText.tsx'
import { passText } from '../../record/passText.ts'
import { endTrying, saveTried } from '../../record/tryPhone.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { resultOf } from './resultOf.ts'
import type { StepProps } from './stepProps.ts'
import { TryFoot } from './TryFoot.tsx'
import { useDoing } from './useDoing.ts'

/** What was found, to read, to send and to save. It goes when the person says that it is over. */
export const ResultStep = ({ tried }: StepProps) => {
  const store = useStore()
  const { busy, failed, act } = useDoing()
  const [, go] = useLocation()
  const { text, name } = resultOf(tried)
  return (
    <>
      <h2>{m.tryphone_result()}</h2>
      <p>{m.tryphone_result_do()}</p>
      <ShareText text={text} share={passText} />
      <TryFoot failed={failed}>
        <button type="button" className="button wide" onClick={() => saveTried(name, text)}>
          {m.tryphone_file_save()}
        </button>
        <button
          type="button"
          className="button wide"
          disabled={busy}
          onClick={() => act(() => endTrying(store).then(() => go('/people')))}
        >
          {m.tryphone_end()}
        </button>
      </TryFoot>
    </>
  )
}
