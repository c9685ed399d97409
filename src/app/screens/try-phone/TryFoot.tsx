import type { ReactNode } from 'react'
import type { TryStep } from '../../../domain/try-phone/phoneTried.ts'
import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'
import { usePhoneTried } from '../../store/queries/usePhoneTried.ts'

type Props = { failed: boolean; children: ReactNode }

/** What a step asks to be done, under the thumb. */
export const TryFoot = ({ failed, children }: Props) => (
  <div className="foot">
    {failed && <Notice tone="red">{m.tryphone_failed()}</Notice>}
    {children}
  </div>
)

/** A step that this phone can't do is passed over, and the result says so. */
export const PassOver = ({ step }: { step: TryStep }) => {
  const { change } = usePhoneTried()
  return (
    <button
      type="button"
      className="button plain wide"
      onClick={() => void change((tried) => tried && { ...tried, skipped: [...tried.skipped, step] })}
    >
      {m.tryphone_skip()}
    </button>
  )
}
