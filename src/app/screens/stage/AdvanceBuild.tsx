import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { BuildAdvanced, SeenStage, Someone } from '../../../domain/entries/communeBodies.ts'
import { judgeBody } from '../../../domain/entries/judgeBody.ts'
import type { Refusal } from '../../../domain/entries/refusal.ts'
import { companyOf } from '../../../domain/people/companions.ts'
import type { Person } from '../../../domain/people/people.ts'
import { pointOf } from '../../../domain/place/distance.ts'
import type { Fix } from '../../../domain/place/fix.ts'
import { judgePlace } from '../../../domain/place/judgePlace.ts'
import type { Location } from '../../../domain/place/location.ts'
import { placeLimits } from '../../../domain/place/placeLimits.ts'
import { refusalFor } from '../../../language/refusalWords.ts'
import { m } from '../../../language/words/messages.js'
import { Companions } from '../../../ui/form/Companions.tsx'
import { Field } from '../../../ui/form/Field.tsx'
import { Folded } from '../../../ui/form/Folded.tsx'
import { PlaceSaid } from '../../../ui/form/PlaceSaid.tsx'
import { SavedSign } from '../../../ui/form/SavedSign.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { advanceBuild } from '../../record/advanceBuild.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { useAnsweredDay } from '../../store/queries/useAnsweredDay.ts'
import { useBuild } from '../../store/queries/useBuild.ts'
import { useCompanions } from '../../store/queries/useCompanions.ts'
import { useDraft } from '../../store/queries/useDraft.ts'
import { useFormPlace } from '../../store/queries/useFormPlace.ts'
import { useMe } from '../../store/queries/useMe.ts'
import { StageChoices } from './StageChoices.tsx'

type Form = { stage: SeenStage | null; date: string; note: string; with: Someone[]; companion: string; fix: Fix | null }

/** Sharp enough to say that somebody was at the house. */
const wantedMetres = 25

/** The stage that somebody sees at a house. *Móng đạt* is not seen but decided, so it isn't here. */
export default function AdvanceBuild({ id }: { id: string }) {
  const store = useStore()
  const page = useBuild(id)
  const me = useMe()
  const known = useCompanions()
  const [, go] = useLocation()
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const key = `stage:${id}`
  const draft = useDraft<Form>(key, () => ({
    stage: null,
    date: me?.today ?? '',
    note: '',
    with: [],
    companion: '',
    fix: null,
  }))
  useAnsweredDay(draft, me?.today ?? '')
  const place = useFormPlace(draft, wantedMetres, 'at-once')
  if (page === null || draft.value === null) return <main className="screen" id="content" />
  const { build, household } = page
  const { value: form, set } = draft
  const back = household === null ? '/households' : `/households/${household.id}`
  const body = (stage: SeenStage) => bodyOf(form, stage, known.people, place.location())
  const dateWrong = form.stage === null ? undefined : refusalFor(refusalsOf(body(form.stage)), 'date')
  const save = async () => {
    if (form.stage === null) return setRefusals([{ field: 'stage', code: 'stage-missing' }])
    const saved = await advanceBuild(store, build, body(form.stage), key)
    if (saved.ok) go(back)
    else setRefusals(saved.refusals)
  }
  const failed = refusalFor(refusals, 'save')
  return (
    <main className="screen" id="content">
      <Link href={back}>‹ {household?.fields.headName ?? m.household_back()}</Link>
      <div>
        <h1>{m.stage_title()}</h1>
        <p className="soft">{m.stage_lead()}</p>
      </div>
      <StageChoices
        now={build.stage}
        chosen={form.stage}
        treatment={build.fields.type === 'treatment-house'}
        choose={(stage) => {
          set({ stage })
          setRefusals([])
        }}
        wrong={refusalFor(refusals, 'stage')}
      />
      <p className="soft">{m.stage_derived()}</p>
      <Field
        label={m.stage_date()}
        type="date"
        value={form.date}
        change={(date) => set({ date })}
        wrong={dateWrong ?? refusalFor(refusals, 'date')}
      />
      <Field label={m.stage_note()} lines={2} value={form.note} change={(note) => set({ note })} />
      <Folded title={m.stage_with()} about={form.with.map(({ name }) => name).join(', ')} open={form.companion !== ''}>
        <Companions added={form.with} typing={form.companion} known={known} change={set} />
      </Folded>
      <div className="foot">
        {failed && <Notice tone="red">{failed}</Notice>}
        <SavedSign saved={draft.saved} />
        <PlaceSaid
          here={place.here}
          remarks={judgePlace(place.fix, pointOf(household?.fields.location), placeLimits.visit)}
        />
        <button type="button" className="button main wide" onClick={() => void save()}>
          {m.stage_save()}
        </button>
      </div>
    </main>
  )
}

const bodyOf = (form: Form, stage: SeenStage, people: readonly Person[], location: Location): BuildAdvanced => {
  const { date, note } = form
  const company = companyOf(form, people)
  return {
    stage,
    date,
    location,
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...(company.length === 0 ? {} : { with: company }),
  }
}

const refusalsOf = (body: BuildAdvanced): Refusal[] => {
  const judged = judgeBody('build.advanced', body)
  return judged.ok ? [] : judged.refusals
}
