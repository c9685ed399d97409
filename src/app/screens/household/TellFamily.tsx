import { useState } from 'react'
import type { Build } from '../../../domain/build/build.ts'
import type { Household } from '../../../domain/household/household.ts'
import { refusalFor } from '../../../language/refusalWords.ts'
import { reviewWords } from '../../../language/reviewWords.ts'
import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'
import { addNote } from '../../record/addNote.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { useUntold } from '../../store/queries/useUntold.ts'

/** [R-today-02] An answer that nobody has told the family yet; told by phone it needs no visit. */
export const TellFamily = ({ household, build }: { household: Household; build: Build | undefined }) => {
  const store = useStore()
  const review = useUntold(build)
  const [wrong, setWrong] = useState<string | undefined>(undefined)
  if (review === null) return null
  const found = build?.checks.find(({ entry }) => entry === review.body.check)?.body
  const told = async () => {
    const saved = await addNote(store, household, { text: '', told: [review.entry] }, null)
    setWrong(saved.ok ? undefined : refusalFor(saved.refusals, 'save'))
  }
  return (
    <section className="card attention" aria-labelledby="tell">
      <h2 id="tell">{m.household_tell()}</h2>
      <p>{reviewWords(review, found)}</p>
      {wrong && <Notice tone="red">{wrong}</Notice>}
      <button type="button" className="button" onClick={() => void told()}>
        {m.household_tell_done()}
      </button>
    </section>
  )
}
