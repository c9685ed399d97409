import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type {
  Dwelling,
  NeedCode,
  VisitOutcome,
  VisitPurpose,
  VisitRecorded,
} from '../../../domain/entries/communeBodies.ts'
import type { Refusal } from '../../../domain/entries/refusal.ts'
import { awayWords, dwellingWords, needWords, outcomeWords, purposeWords } from '../../../language/codeWords.ts'
import { refusalFor } from '../../../language/refusalWords.ts'
import { m } from '../../../language/words/messages.js'
import { Choices } from '../../../ui/form/Choices.tsx'
import { Field } from '../../../ui/form/Field.tsx'
import { SavedSign } from '../../../ui/form/SavedSign.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PhotoSlots } from '../../pictures/PhotoSlots.tsx'
import { recordVisit } from '../../record/recordVisit.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { useDraft } from '../../store/queries/useDraft.ts'
import { useHousehold } from '../../store/queries/useHousehold.ts'
import { useMe } from '../../store/queries/useMe.ts'
import { useStagedPhotos } from '../../store/queries/usePhotoRows.ts'
import { useToday } from '../../store/queries/useToday.ts'

type Form = {
  date: string
  outcome: VisitOutcome | null
  met: string
  awayWhere: keyof typeof awayWords | null
  purposes: VisitPurpose[]
  findings: string
  needs: NeedCode[]
  dwelling: Dwelling | null
  companions: string
  next: string
  told: boolean
}

/** One visit; the draft is kept while one types and comes back where it was. */
export default function RecordVisit({ id }: { id: string }) {
  const store = useStore()
  const page = useHousehold(id)
  const me = useMe()
  const [, go] = useLocation()
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const key = `visit:${id}`
  const draft = useDraft<Form>(key, () => emptyForm(me?.today ?? ''))
  const photos = useStagedPhotos(key)
  const untold = useToday(null).due.filter(({ row, task }) => row.id === page?.household.id && task === 'tell-family')
  const form = draft.value
  if (page === null || form === null) return <main className="screen" id="content" />
  const { household } = page
  const wrong = (field: string) => refusalFor(refusals, field)
  const save = async () => {
    if (form.outcome === null) return setRefusals([{ field: 'outcome', code: 'outcome-missing' }])
    const told = form.told ? untold.flatMap(({ review }) => (review === null ? [] : [review.entry])) : []
    const saved = await recordVisit(store, household.book, household.id, bodyOf(form, form.outcome, told), {
      draft: key,
      photos,
    })
    if (saved.ok) go(`/households/${household.id}`)
    else setRefusals(saved.refusals)
  }
  return (
    <main className="screen" id="content">
      <Link href={`/households/${household.id}`}>‹ {household.fields.headName}</Link>
      <h1>{m.visit_title()}</h1>
      <Field
        label={m.visit_date()}
        type="date"
        value={form.date}
        change={(date) => draft.set({ date })}
        wrong={wrong('date')}
      />
      <Choices
        legend={m.visit_outcome()}
        options={options(outcomeWords)}
        chosen={form.outcome === null ? [] : [form.outcome]}
        change={([outcome = null]) => draft.set({ outcome })}
        wrong={wrong('outcome')}
      />
      {form.outcome === 'met-other' && (
        <Field label={m.visit_met()} value={form.met} change={(met) => draft.set({ met })} wrong={wrong('met')} />
      )}
      {form.outcome === 'away' && (
        <Choices
          legend={m.visit_away()}
          options={options(awayWords)}
          chosen={form.awayWhere === null ? [] : [form.awayWhere]}
          change={([awayWhere = null]) => draft.set({ awayWhere })}
        />
      )}
      {untold.length > 0 && (
        <Choices
          legend={m.visit_told()}
          options={[
            { id: 'yes', title: m.yes() },
            { id: 'no', title: m.no() },
          ]}
          chosen={[form.told ? 'yes' : 'no']}
          change={([told]) => draft.set({ told: told === 'yes' })}
        />
      )}
      <Choices
        legend={m.visit_purposes()}
        many
        options={options(purposeWords)}
        chosen={form.purposes}
        change={(purposes) => draft.set({ purposes })}
      />
      <Field
        label={m.visit_findings()}
        lines={3}
        value={form.findings}
        change={(findings) => draft.set({ findings })}
      />
      <Choices
        legend={m.visit_needs()}
        many
        options={options(needWords)}
        chosen={form.needs}
        change={(needs) => draft.set({ needs })}
      />
      <Choices
        legend={m.visit_dwelling()}
        options={options(dwellingWords)}
        chosen={form.dwelling === null ? [] : [form.dwelling]}
        change={([dwelling = null]) => draft.set({ dwelling })}
      />
      <PhotoSlots draft={key} slots={[{ id: 'visit', title: m.photo_title(), required: false }]} here={null} />
      <Field label={m.visit_with()} value={form.companions} change={(companions) => draft.set({ companions })} />
      <Field
        label={m.visit_next()}
        type="date"
        value={form.next}
        change={(next) => draft.set({ next })}
        wrong={wrong('next')}
      />
      <div className="foot">
        {wrong('save') && <Notice tone="red">{wrong('save')}</Notice>}
        <SavedSign saved={draft.saved} />
        <button type="button" className="button main wide" onClick={() => void save()}>
          {m.visit_save()}
        </button>
      </div>
    </main>
  )
}

const emptyForm = (date: string): Form => ({
  date,
  outcome: null,
  met: '',
  awayWhere: null,
  purposes: [],
  findings: '',
  needs: [],
  dwelling: null,
  companions: '',
  next: '',
  told: false,
})

const options = <Code extends string>(words: { [C in Code]: () => string }) =>
  (Object.keys(words) as Code[]).map((id) => ({ id, title: words[id]() }))

const bodyOf = (form: Form, outcome: VisitOutcome, told: string[]): VisitRecorded => {
  const companions = form.companions.split(',').flatMap((name) => (name.trim() === '' ? [] : [{ name: name.trim() }]))
  return {
    date: form.date,
    outcome,
    purposes: form.purposes,
    ...(outcome === 'met-other' ? { met: form.met.trim() } : {}),
    ...(outcome === 'away' && form.awayWhere !== null ? { awayWhere: form.awayWhere } : {}),
    ...(form.findings.trim() === '' ? {} : { findings: form.findings.trim() }),
    ...(form.needs.length === 0 ? {} : { needs: form.needs.map((need) => ({ need })) }),
    ...(form.dwelling === null ? {} : { dwelling: form.dwelling }),
    ...(companions.length === 0 ? {} : { with: companions }),
    ...(form.next === '' ? {} : { next: form.next }),
    ...(told.length === 0 ? {} : { told }),
  }
}
