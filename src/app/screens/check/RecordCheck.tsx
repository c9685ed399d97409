import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Answer, Sitting, Verdict } from '../../../domain/entries/communeBodies.ts'
import type { ChecklistItem, ChecklistPublished } from '../../../domain/entries/districtBodies.ts'
import type { Refusal } from '../../../domain/entries/refusal.ts'
import { itemsOf, stricter, suggestVerdict } from '../../../domain/foundation/suggestVerdict.ts'
import { chosenWords } from '../../../language/locale.ts'
import { refusalFor } from '../../../language/refusalWords.ts'
import { verdictWords } from '../../../language/verdictWords.ts'
import { m } from '../../../language/words/messages.js'
import { Choices } from '../../../ui/form/Choices.tsx'
import { Field } from '../../../ui/form/Field.tsx'
import { SavedSign } from '../../../ui/form/SavedSign.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { recordFoundationCheck } from '../../record/recordFoundationCheck.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { useBuild } from '../../store/queries/useBuild.ts'
import { useDraft } from '../../store/queries/useDraft.ts'
import { useMe } from '../../store/queries/useMe.ts'
import { CheckItem } from './CheckItem.tsx'

type Form = {
  sitting: Sitting
  answers: { [item: string]: Answer }
  said: Verdict | null
  mendWhat: string
  mendBy: string
  remark: string
}

/** A foundation check: one question a step, the draft kept at every key, the verdict by the checklist's rule. */
export default function RecordCheck({ id }: { id: string }) {
  const page = useBuild(id)
  const draft = useDraft<Form>(`check:${id}`, () => emptyForm)
  if (page === null || draft.value === null) return <main className="screen" id="content" />
  if (page.checklist === null) {
    return (
      <main className="screen" id="content">
        <Notice tone="amber">{m.check_no_list()}</Notice>
      </main>
    )
  }
  const { checklist, household, build } = page
  const form = draft.value
  const items = itemsOf(checklist, form.sitting)
  const item = items[draft.step - 1]
  const last = items.length + 1
  const next = items[draft.step]
  const back = household === null ? '/' : `/households/${household.id}`
  return (
    <main className="screen" id="content">
      <div className="head">
        <Link href={back}>
          ‹ {m.check_title()} · {household?.fields.headName ?? ''}
        </Link>
        <span>{m.check_step({ at: draft.step + 1, count: last + 1 })}</span>
      </div>
      <progress className="bar" value={draft.step} max={last} aria-label={m.check_title()} />
      {draft.step === 0 && (
        <Choices
          legend={m.check_sitting()}
          options={[
            { id: 'before-concrete', title: m.check_before() },
            { id: 'done', title: m.check_done() },
          ]}
          chosen={[form.sitting]}
          change={([sitting = 'done']) => draft.set({ sitting })}
        />
      )}
      {item !== undefined && draft.step > 0 && (
        <CheckItem
          key={item.id}
          item={item}
          answer={form.answers[item.id]}
          change={(answer) => draft.set({ answers: { ...form.answers, [item.id]: answer } })}
        />
      )}
      {draft.step >= last && (
        <Verdicts
          checklist={checklist}
          items={items}
          form={form}
          set={draft.set}
          save={{ build, back, key: `check:${id}` }}
        />
      )}
      <div className="foot">
        <SavedSign saved={draft.saved} />
        <div className="side-by-side">
          {draft.step > 0 && (
            <button type="button" className="button" onClick={() => draft.goTo(draft.step - 1)}>
              {m.check_back()}
            </button>
          )}
          {draft.step < last && (
            <button type="button" className="button main" onClick={() => draft.goTo(draft.step + 1)}>
              {m.check_next({ title: next === undefined ? m.check_verdict() : chosenWords(next.title) })}
            </button>
          )}
        </div>
      </div>
    </main>
  )
}

const emptyForm: Form = { sitting: 'done', answers: {}, said: null, mendWhat: '', mendBy: '', remark: '' }

type VerdictsProps = {
  checklist: ChecklistPublished
  items: readonly ChecklistItem[]
  form: Form
  set(patch: Partial<Form>): void
  save: { build: Parameters<typeof recordFoundationCheck>[1]; back: string; key: string }
}

/** What the rule says and why; the recorder may be stricter, never milder. */
const Verdicts = ({ checklist, items, form, set, save }: VerdictsProps) => {
  const store = useStore()
  const me = useMe()
  const [, go] = useLocation()
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const suggestion = suggestVerdict(checklist, { sitting: form.sitting, answers: form.answers, photos: {} })
  const verdict = stricter(suggestion.verdict, form.said ?? undefined)
  const titles = (ids: readonly string[]) =>
    ids.map((one) => chosenWords(items.find((item) => item.id === one)?.title ?? { vi: one, en: one })).join(', ')
  const slots = checklist.photos
    .filter(({ id }) => suggestion.missingPhotos.includes(id))
    .map(({ title }) => chosenWords(title))
  const wrong = (field: string) => refusalFor(refusals, field)
  const submit = async () => {
    const reasons = suggestion.reasons.map(({ item, code }) => ({ item, code }))
    const saved = await recordFoundationCheck(
      store,
      save.build,
      {
        checklist: { id: checklist.checklist, version: checklist.version },
        sitting: form.sitting,
        date: me?.today ?? '',
        answers: form.answers,
        photos: {},
        verdict,
        ...(reasons.length === 0 ? {} : { reasons }),
        ...(verdict === 'to-mend'
          ? { mend: { what: form.mendWhat.trim(), by: form.mendBy === '' ? null : form.mendBy } }
          : {}),
        ...(form.remark.trim() === '' ? {} : { remark: form.remark.trim() }),
      },
      { draft: save.key, photos: [] },
    )
    if (saved.ok) go(save.back)
    else setRefusals(saved.refusals)
  }
  return (
    <section className="stack">
      <h1>{m.check_verdict()}</h1>
      {suggestion.unanswered.length > 0 && (
        <Notice tone="amber">{m.check_unanswered({ items: titles(suggestion.unanswered) })}</Notice>
      )}
      {suggestion.reasons.length > 0 && (
        <Notice tone="amber">{m.check_reasons({ items: titles(suggestion.reasons.map(({ item }) => item)) })}</Notice>
      )}
      {slots.length > 0 && <Notice>{m.check_missing_photos({ items: slots.join(', ') })}</Notice>}
      <Choices
        legend={m.check_verdict()}
        options={(['passed', 'to-mend', 'failed'] as const)
          .filter((one) => stricter(suggestion.verdict, one) === one)
          .map((one) => ({ id: one, title: verdictWords[one]() }))}
        chosen={[verdict]}
        change={([said = null]) => set({ said })}
      />
      <p className="soft">{m.check_stricter()}</p>
      {verdict === 'to-mend' && (
        <>
          <Field
            label={m.check_mend_what()}
            lines={2}
            value={form.mendWhat}
            change={(mendWhat) => set({ mendWhat })}
            wrong={wrong('mend')}
          />
          <Field label={m.check_mend_by()} type="date" value={form.mendBy} change={(mendBy) => set({ mendBy })} />
        </>
      )}
      <Field label={m.check_remark()} lines={2} value={form.remark} change={(remark) => set({ remark })} />
      {wrong('save') && <Notice tone="red">{wrong('save')}</Notice>}
      <button type="button" className="button main" onClick={() => void submit()}>
        {m.check_save()}
      </button>
    </section>
  )
}
