import { useState } from 'react'
import type { Household } from '../../../domain/household/household.ts'
import { refusalFor } from '../../../language/refusalWords.ts'
import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'
import { takeBack } from '../../record/takeBack.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'

/** Somebody said that these are two: taken back, the office is asked again. */
export const ToldApart = ({ a, b }: { a: Household; b: Household }) => {
  const store = useStore()
  const [wrong, setWrong] = useState<string | undefined>(undefined)
  const again = async () => {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      for (const { household, written } of one.different) {
        if (household !== other.id) continue
        const taken = { entry: written.entry, kind: 'note.added' } as const
        const saved = await takeBack(store, { book: one.book, subject: one.id }, taken, m.same_ask_again_reason())
        if (!saved.ok) return setWrong(refusalFor(saved.refusals, 'save'))
      }
    }
  }
  return (
    <>
      <Notice>{m.same_told()}</Notice>
      {wrong && <Notice tone="red">{wrong}</Notice>}
      <button type="button" className="button" onClick={() => void again()}>
        {m.same_ask_again()}
      </button>
    </>
  )
}
