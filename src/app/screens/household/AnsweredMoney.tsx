import { useState } from 'react'
import type { Build } from '../../../domain/build/build.ts'
import { mayWrite } from '../../../domain/entries/mayWrite.ts'
import type { Contribution } from '../../../domain/money/contribution.ts'
import { contributionWords, sourceWords } from '../../../language/contributionWords.ts'
import { dayWords } from '../../../language/locale.ts'
import { refusalFor } from '../../../language/refusalWords.ts'
import { m } from '../../../language/words/messages.js'
import { Folded } from '../../../ui/form/Folded.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { takeBack } from '../../record/takeBack.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { useMe } from '../../store/queries/useMe.ts'
import { usePeople } from '../../store/queries/usePeople.ts'

type Props = { builds: readonly Build[]; answers: readonly Contribution[] }

/** What people said of amounts that were alike, by whom; a slip of the finger is asked again. */
export const AnsweredMoney = ({ builds, answers }: Props) =>
  answers.length > 0 && (
    <Folded title={m.money_answered()} about={String(answers.length)}>
      {answers.map((answer) => (
        <Answer key={answer.entry} builds={builds} answer={answer} />
      ))}
    </Folded>
  )

const Answer = ({ builds, answer }: { builds: readonly Build[]; answer: Contribution }) => {
  const store = useStore()
  const people = usePeople()
  const me = useMe()
  const [wrong, setWrong] = useState<string | undefined>(undefined)
  const has = (id: string) => builds.find(({ contributions }) => contributions.some(({ entry }) => entry === id))
  const { sameAs, source, date } = answer.body
  const about = has(sameAs?.of ?? '')?.contributions.find(({ entry }) => entry === sameAs?.of)
  const again = async () => {
    const build = has(answer.entry)
    if (build === undefined) return
    const taken = { entry: answer.entry, kind: 'contribution.recorded' } as const
    const saved = await takeBack(store, { book: build.book, subject: build.id }, taken, m.money_ask_again_reason())
    setWrong(saved.ok ? undefined : refusalFor(saved.refusals, 'save'))
  }
  return (
    <div className="stack tight">
      <p>
        <strong>{sameAs?.same ? m.money_same() : m.money_different()}</strong>{' '}
        {[
          about && contributionWords(about.body),
          sourceWords[source](),
          people.get(answer.person)?.name,
          dayWords(date, me?.today ?? date),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {wrong && <Notice tone="red">{wrong}</Notice>}
      {mayWrite(me?.role ?? 'recorder', 'contribution.recorded', answer.body, 'commune') && (
        <button type="button" className="button" onClick={() => void again()}>
          {m.money_ask_again()}
        </button>
      )}
    </div>
  )
}
