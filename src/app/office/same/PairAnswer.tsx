import { useState } from 'react'
import { useLocation } from 'wouter'
import { mayWrite } from '../../../domain/entries/mayWrite.ts'
import type { Judged } from '../../../domain/entries/refusal.ts'
import { toldApart } from '../../../domain/likeness/likelyPairs.ts'
import { dayOf } from '../../../domain/time/day.ts'
import { dayWords } from '../../../language/locale.ts'
import { refusalFor } from '../../../language/refusalWords.ts'
import { m } from '../../../language/words/messages.js'
import { Choices } from '../../../ui/form/Choices.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { mergeHousehold } from '../../record/mergeHousehold.ts'
import { separateHousehold } from '../../record/separateHousehold.ts'
import { tellApart } from '../../record/tellApart.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { useMe } from '../../store/queries/useMe.ts'
import type { Pair } from '../../store/queries/usePair.ts'
import { ToldApart } from './ToldApart.tsx'
import { withMore } from './withMore.ts'

/** "Cùng một hộ" or "hai hộ khác nhau": a person's word, and a way back from either. */
export const PairAnswer = ({ pair }: { pair: Pair }) => {
  const store = useStore()
  const me = useMe()
  const [, go] = useLocation()
  const [wrong, setWrong] = useState<string | undefined>(undefined)
  const [a, b] = [pair.a.household, pair.b.household]
  const [stays, setStays] = useState(withMore(pair.a, pair.b).household.id)
  const [into, other] = stays === a.id ? [a, b] : [b, a]
  const answer = async (write: () => Promise<Judged<unknown>>, then: string) => {
    const saved = await write()
    if (saved.ok) go(then)
    else setWrong(refusalFor(saved.refusals, 'save'))
  }
  const failed = wrong && <Notice tone="red">{wrong}</Notice>
  const mayMerge = mayWrite(me?.role ?? 'recorder', 'household.merged', { into: into.id }, 'commune')
  const { merged } = pair
  if (merged !== null) {
    const separate = () => separateHousehold(store, merged, m.same_separate_reason())
    return (
      <>
        <Notice>{m.same_merged()}</Notice>
        {failed}
        {mayMerge && (
          <button type="button" className="button" onClick={() => void answer(separate, '/same')}>
            {m.same_separate()}
          </button>
        )}
      </>
    )
  }
  if (!mayMerge) return <p>{m.same_reviewers()}</p>
  const day = (ms: number) => dayWords(dayOf(ms), me?.today ?? '')
  const apart = () => tellApart(store, other, into, m.same_note({ name: into.fields.headName }))
  return (
    <>
      {toldApart(a, b) && <ToldApart a={a} b={b} />}
      <Choices
        legend={m.same_which()}
        options={[a, b].map(({ id, fields, registered }) => ({
          id,
          title: m.same_which_option({ name: fields.headName, day: day(registered.ms) }),
        }))}
        chosen={[stays]}
        change={([one = stays]) => setStays(one)}
      />
      <p className="soft">{m.same_safe()}</p>
      {failed}
      <div className="side-by-side">
        <button
          type="button"
          className="button main"
          onClick={() => void answer(() => mergeHousehold(store, other, into), `/households/${into.id}`)}
        >
          {m.same_one()}
        </button>
        {!toldApart(a, b) && (
          <button type="button" className="button" onClick={() => void answer(apart, '/same')}>
            {m.same_two()}
          </button>
        )}
      </div>
    </>
  )
}
