import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { mayWrite } from '../../../domain/entries/mayWrite.ts'
import { toldApart } from '../../../domain/likeness/likelyPairs.ts'
import { dayOf } from '../../../domain/time/day.ts'
import { dayWords } from '../../../language/locale.ts'
import { refusalFor } from '../../../language/refusalWords.ts'
import { m } from '../../../language/words/messages.js'
import { Choices } from '../../../ui/form/Choices.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { tellApart } from '../../record/tellApart.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { useBookTitle } from '../../store/queries/useBookTitle.ts'
import { useMe } from '../../store/queries/useMe.ts'
import type { Pair } from '../../store/queries/usePair.ts'
import { ToldApart } from './ToldApart.tsx'
import { withMore } from './withMore.ts'

/** Of two books: the family is moved from one to the other, or they are two. */
export const AcrossAnswer = ({ pair }: { pair: Pair }) => {
  const store = useStore()
  const me = useMe()
  const title = useBookTitle()
  const [, go] = useLocation()
  const [wrong, setWrong] = useState<string | undefined>(undefined)
  const [a, b] = [pair.a.household, pair.b.household]
  const [stays, setStays] = useState(withMore(pair.a, pair.b).household.id)
  const [into, other] = stays === a.id ? [a, b] : [b, a]
  const gone = [a, b].find(({ movedTo }) => movedTo !== null)
  if (gone !== undefined) return <Notice>{m.move_done()}</Notice>
  if (!mayWrite(me?.role ?? 'recorder', 'household.moved', {}, 'commune')) return <p>{m.refusal_move_role()}</p>
  const told = toldApart(a, b)
  const apart = async () => {
    const saved = await tellApart(store, other, into, m.same_note({ name: into.fields.headName }))
    if (saved.ok) go('/same')
    else setWrong(refusalFor(saved.refusals, 'save'))
  }
  return (
    <>
      {told && <ToldApart a={a} b={b} />}
      <p>{m.across_lead()}</p>
      <Choices
        legend={m.across_which()}
        options={[a, b].map(({ id, book, fields, registered }) => ({
          id,
          title: m.across_option({
            book: title(book),
            name: fields.headName,
            day: dayWords(dayOf(registered.ms), me?.today ?? ''),
          }),
        }))}
        chosen={[stays]}
        change={([one = stays]) => setStays(one)}
      />
      <p className="soft">{m.across_safe()}</p>
      {wrong && <Notice tone="red">{wrong}</Notice>}
      <div className="side-by-side">
        <Link className="button main" href={`/households/${other.id}/move/${into.id}`}>
          {m.across_move()}
        </Link>
        {!told && (
          <button type="button" className="button" onClick={() => void apart()}>
            {m.same_two()}
          </button>
        )}
      </div>
    </>
  )
}
