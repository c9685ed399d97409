import { useState } from 'react'
import { mayWrite } from '../../../domain/entries/mayWrite.ts'
import type { Household } from '../../../domain/household/household.ts'
import { refusalFor } from '../../../language/refusalWords.ts'
import { m } from '../../../language/words/messages.js'
import { Folded } from '../../../ui/form/Folded.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { takeMoveBack } from '../../record/takeMoveBack.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { useMe } from '../../store/queries/useMe.ts'

/** A move made by mistake is taken back, as long as nobody has recorded anything on the new page. */
export const MovedByMistake = ({ household }: { household: Household }) => {
  const store = useStore()
  const me = useMe()
  const [wrong, setWrong] = useState<string | undefined>(undefined)
  if (!mayWrite(me?.role ?? 'recorder', 'household.moved', {}, 'commune')) return null
  const back = async () => {
    const saved = await takeMoveBack(store, household, m.moved_mistake_reason())
    setWrong(saved.ok ? undefined : refusalFor(saved.refusals, 'save'))
  }
  return (
    <Folded title={m.moved_mistake()}>
      <p>{m.moved_mistake_means()}</p>
      {wrong && <Notice tone="amber">{wrong}</Notice>}
      <button type="button" className="button" onClick={() => void back()}>
        {m.moved_mistake_back()}
      </button>
    </Folded>
  )
}
