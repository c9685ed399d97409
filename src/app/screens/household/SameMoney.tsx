import { useState } from 'react'
import type { Build } from '../../../domain/build/build.ts'
import { mayWrite } from '../../../domain/entries/mayWrite.ts'
import { houseMoney } from '../../../domain/money/bookMoney.ts'
import type { Contribution } from '../../../domain/money/contribution.ts'
import type { Question } from '../../../domain/money/oneOfEach.ts'
import { contributionWords, promiseWords, sourceWords } from '../../../language/contributionWords.ts'
import { dayWords } from '../../../language/locale.ts'
import { refusalFor } from '../../../language/refusalWords.ts'
import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'
import { answerSameMoney } from '../../record/answerSameMoney.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { useMe } from '../../store/queries/useMe.ts'
import { usePeople } from '../../store/queries/usePeople.ts'

/** [R-money-02] "Có phải cùng một khoản?": asked where both are seen; the later one waits outside the totals. */
export const SameMoney = ({ builds }: { builds: readonly Build[] }) => {
  const { questions } = houseMoney(builds)
  return questions.map((question) => (
    <AskedMoney key={`${question.asked.entry} ${question.like.entry}`} builds={builds} question={question} />
  ))
}

const AskedMoney = ({ builds, question }: { builds: readonly Build[]; question: Question }) => {
  const store = useStore()
  const role = useMe()?.role ?? 'recorder'
  const [wrong, setWrong] = useState<string | undefined>(undefined)
  const { asked, like } = question
  const build = builds.find(({ contributions }) => contributions.some(({ entry }) => entry === asked.entry))
  if (build === undefined) return null
  const answer = async (same: boolean) => {
    const saved = await answerSameMoney(store, build, question, same)
    setWrong(saved.ok ? undefined : refusalFor(saved.refusals, 'save'))
  }
  return (
    <section className="card attention" aria-labelledby={asked.entry}>
      <h2 id={asked.entry}>{m.money_asked()}</h2>
      <ul className="stack tight">
        <Amount contribution={like} />
        <Amount contribution={asked} />
      </ul>
      <p>{m.money_asked_safe()}</p>
      {wrong && <Notice tone="red">{wrong}</Notice>}
      {mayWrite(role, 'contribution.recorded', asked.body, 'commune') ? (
        <div className="side-by-side">
          <button type="button" className="button" onClick={() => void answer(true)}>
            {m.money_same()}
          </button>
          <button type="button" className="button" onClick={() => void answer(false)}>
            {m.money_different()}
          </button>
        </div>
      ) : (
        <p>{m.money_office_answers()}</p>
      )}
    </section>
  )
}

const Amount = ({ contribution: { body, person } }: { contribution: Contribution }) => {
  const people = usePeople()
  const today = useMe()?.today ?? body.date
  const who = people.get(person)?.name
  return (
    <li>
      <strong>{`${promiseWords[body.state]()} ${contributionWords(body)}`}</strong>{' '}
      {[sourceWords[body.source](), dayWords(body.date, today), who && m.money_written({ name: who })]
        .filter(Boolean)
        .join(' · ')}
    </li>
  )
}
