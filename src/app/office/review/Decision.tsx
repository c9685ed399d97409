import { useState } from 'react'
import { useLocation } from 'wouter'
import type { FoundationReviewed } from '../../../domain/entries/communeBodies.ts'
import type { Refusal } from '../../../domain/entries/refusal.ts'
import { itemsOf } from '../../../domain/foundation/suggestVerdict.ts'
import { chosenWords } from '../../../language/locale.ts'
import { refusalFor } from '../../../language/refusalWords.ts'
import { acceptWords } from '../../../language/reviewWords.ts'
import { m } from '../../../language/words/messages.js'
import { Choices } from '../../../ui/form/Choices.tsx'
import { Field } from '../../../ui/form/Field.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { reviewFoundationCheck } from '../../record/reviewFoundationCheck.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import type { CheckPage } from '../../store/queries/useBuild.ts'

type Choice = 'accepted' | 'supplement' | 'mend'

/** The inspector's answer; after it the next check that waits comes by itself. `next` is its entry. */
export const Decision = ({ page, next }: { page: CheckPage; next: string | null }) => {
  const store = useStore()
  const [, go] = useLocation()
  const [choice, setChoice] = useState<Choice | null>(null)
  const [reason, setReason] = useState('')
  const [wanted, setWanted] = useState<string[]>([])
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const send = async () => {
    if (choice === null) return
    const saved = await reviewFoundationCheck(store, page, answerOf(choice, reason, wanted))
    if (saved.ok) go(next === null ? '/review' : `/review/${next}`)
    else setRefusals(saved.refusals)
  }
  const wrong = refusalFor(refusals, 'save') ?? refusalFor(refusals, 'check')
  return (
    <section className="card decision" aria-label={m.review_answer()}>
      <Choices<Choice>
        legend={m.review_answer()}
        options={[
          { id: 'accepted', title: acceptWords(page.check) },
          { id: 'supplement', title: m.review_return_supplement() },
          { id: 'mend', title: m.review_return_mend() },
        ]}
        chosen={choice === null ? [] : [choice]}
        change={([one = null]) => setChoice(one)}
      />
      {choice === 'supplement' && (
        <Choices legend={m.review_wanted()} many options={wantable(page)} chosen={wanted} change={setWanted} />
      )}
      {choice !== null && choice !== 'accepted' && (
        <Field
          label={m.review_reason()}
          hint={m.review_reason_hint()}
          lines={3}
          value={reason}
          change={(typed) => {
            setReason(typed)
            setRefusals([])
          }}
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

const answerOf = (choice: Choice, reason: string, wanted: string[]): Omit<FoundationReviewed, 'check'> => {
  if (choice === 'accepted') return { decision: 'accepted' }
  const asked = choice === 'supplement' && wanted.length > 0 ? { wanted } : {}
  return { decision: 'returned', returnFor: choice, reason: reason.trim(), ...asked }
}

/** Photo slots first, then measures: what a recorder can bring without touching the foundation. */
const wantable = ({ check, checklist }: CheckPage): { id: string; title: string }[] => {
  if (checklist === null) return []
  const { sitting } = check.body
  const slots = checklist.photos.filter((slot) => slot.sitting === undefined || slot.sitting === sitting)
  const measures = itemsOf(checklist, sitting).filter(({ kind }) => kind === 'number' || kind === 'diagonals')
  return [...slots, ...measures].map(({ id, title }) => ({ id, title: chosenWords(title) }))
}
