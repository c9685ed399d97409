import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { mayReview } from '../../../domain/build/mayReview.ts'
import type { Answer, FoundationReviewed } from '../../../domain/entries/communeBodies.ts'
import type { ChecklistItem } from '../../../domain/entries/districtBodies.ts'
import type { Refusal } from '../../../domain/entries/refusal.ts'
import { judgeAnswer } from '../../../domain/foundation/judgeAnswer.ts'
import { itemsOf } from '../../../domain/foundation/suggestVerdict.ts'
import { chosenWords, dayWords, numberWords } from '../../../language/locale.ts'
import { refusalFor } from '../../../language/refusalWords.ts'
import { verdictWords } from '../../../language/verdictWords.ts'
import { m } from '../../../language/words/messages.js'
import { Choices } from '../../../ui/form/Choices.tsx'
import { Field } from '../../../ui/form/Field.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { reviewFoundationCheck } from '../../record/reviewFoundationCheck.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { type CheckPage, useCheck } from '../../store/queries/useBuild.ts'
import { useMe } from '../../store/queries/useMe.ts'
import { usePeople } from '../../store/queries/usePeople.ts'

/** One check beside its checklist, and the inspector's answer to it. */
export default function ReviewCheck({ entry }: { entry: string }) {
  const page = useCheck(entry)
  const me = useMe()
  const people = usePeople()
  if (page === null || me === null) return <main className="screen" id="content" />
  const { check, household, checklist } = page
  const items = checklist === null ? [] : itemsOf(checklist, check.body.sitting)
  const own = !mayReview({ person: check.person, body: check.body }, me.person.id)
  const by = people.get(check.person)?.name ?? ''
  return (
    <main className="screen" id="content">
      <Link href="/review">‹ {m.review_title()}</Link>
      <h1>{household?.fields.headName ?? ''}</h1>
      <p className="soft">
        {m.review_by({ name: by, day: dayWords(check.body.date, me.today) })} · {verdictWords[check.body.verdict]()}
      </p>
      <section className="card">
        <h2>{m.review_answers()}</h2>
        <dl className="stack">
          {items.map((item) => (
            <AnswerLine key={item.id} item={item} answer={check.body.answers[item.id]} />
          ))}
        </dl>
      </section>
      {check.body.remark && <p>{check.body.remark}</p>}
      {own ? <Notice tone="amber">{m.review_own()}</Notice> : <Decision page={page} />}
    </main>
  )
}

const AnswerLine = ({ item, answer }: { item: ChecklistItem; answer: Answer | undefined }) => {
  const { is } = judgeAnswer(item, answer)
  const tone = is === 'failed' ? 'red' : is === 'to-mend' || is === 'gone' || is === 'note' ? 'amber' : 'leaf'
  return (
    <div className="head">
      <dt>{chosenWords(item.title)}</dt>
      <dd>
        {is === 'empty' ? (
          <span className="soft">{m.review_none()}</span>
        ) : (
          <Tag tone={tone}>{answerWords(item, answer)}</Tag>
        )}
      </dd>
    </div>
  )
}

const answerWords = (item: ChecklistItem, answer: Answer | undefined): string => {
  if (answer?.gone !== undefined) return m.review_gone()
  const value = answer?.value
  if (item.kind === 'yes-no') return value === 'yes' ? m.check_yes() : value === 'no' ? m.check_no() : m.check_na()
  if (item.kind === 'choice')
    return chosenWords(item.options.find(({ id }) => id === value)?.title ?? { vi: '', en: '' })
  return [value]
    .flat()
    .map((one) => (typeof one === 'number' ? numberWords(one) : String(one ?? '')))
    .join(' · ')
}

type Choice = 'accepted' | 'supplement' | 'mend'

const Decision = ({ page }: { page: CheckPage }) => {
  const store = useStore()
  const [, go] = useLocation()
  const [choice, setChoice] = useState<Choice | null>(null)
  const [reason, setReason] = useState('')
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const send = async () => {
    if (choice === null) return
    const answer: Omit<FoundationReviewed, 'check'> =
      choice === 'accepted'
        ? { decision: 'accepted' }
        : { decision: 'returned', returnFor: choice, reason: reason.trim() }
    const saved = await reviewFoundationCheck(store, page, answer)
    if (saved.ok) go('/review')
    else setRefusals(saved.refusals)
  }
  const wrong = refusalFor(refusals, 'save') ?? refusalFor(refusals, 'check')
  return (
    <section className="card">
      <Choices<Choice>
        legend={m.review_waiting()}
        options={[
          { id: 'accepted', title: m.review_accept() },
          { id: 'supplement', title: m.review_return_supplement() },
          { id: 'mend', title: m.review_return_mend() },
        ]}
        chosen={choice === null ? [] : [choice]}
        change={([one = null]) => setChoice(one)}
      />
      {choice !== null && choice !== 'accepted' && (
        <Field
          label={m.review_reason()}
          hint={m.review_reason_hint()}
          lines={3}
          value={reason}
          change={setReason}
          wrong={refusalFor(refusals, 'reason')}
        />
      )}
      {wrong && <Notice tone="red">{wrong}</Notice>}
      <button type="button" className="button main" disabled={choice === null} onClick={() => void send()}>
        {m.review_send()}
      </button>
    </section>
  )
}
