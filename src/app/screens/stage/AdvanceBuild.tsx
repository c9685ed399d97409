import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { BuildAdvanced, SeenStage, Someone } from '../../../domain/entries/communeBodies.ts'
import { type CopiedDraft, copiedOf, dayOfRecord, measurerOf } from '../../../domain/entries/copiedFromPaper.ts'
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
import { FormFoot } from '../../../ui/form/FormFoot.tsx'
import { PlaceSaid } from '../../../ui/form/PlaceSaid.tsx'
import { PaperPart } from '../../pictures/PaperPart.tsx'
import { advanceBuild } from '../../record/advanceBuild.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { useAnsweredDay } from '../../store/queries/useAnsweredDay.ts'
import { useBuild } from '../../store/queries/useBuild.ts'
import { useCompanions } from '../../store/queries/useCompanions.ts'
import { useDraft } from '../../store/queries/useDraft.ts'
import { useFormPlace } from '../../store/queries/useFormPlace.ts'
import { useMe } from '../../store/queries/useMe.ts'
import type { PhotoRow } from '../../store/queries/usePhotoRows.ts'
import { useStagedPhotos } from '../../store/queries/useStagedPhotos.ts'
import { StageChoices } from './StageChoices.tsx'

type Form = {
  stage: SeenStage | null
  date: string
  note: string
  with: Someone[]
  companion: string
  fix: Fix | null
  copied: CopiedDraft | null
}

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
    copied: null,
  }))
  useAnsweredDay(draft, me?.today ?? '')
  const place = useFormPlace(draft, wantedMetres, 'at-once')
  const photos = useStagedPhotos(key)
  if (page === null || draft.value === null) return <main className="screen" id="content" />
  const { build, household } = page
  const { value: form, set } = draft
  const back = household === null ? '/households' : `/households/${household.id}`
  const around = { people: known.people, location: place.location(), photos }
  const body = (stage: SeenStage) => bodyOf(form, stage, around)
  const dateWrong = form.stage === null ? undefined : refusalFor(refusalsOf(body(form.stage)), 'date')
  const save = async () => {
    if (form.stage === null) return setRefusals([{ field: 'stage', code: 'stage-missing' }])
    const saved = await advanceBuild(store, build, body(form.stage), { draft: key, photos })
    if (saved.ok) go(back)
    else setRefusals(saved.refusals)
  }
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
      {form.copied === null && (
        <Field
          label={m.stage_date()}
          type="date"
          value={form.date}
          change={(date) => set({ date })}
          wrong={dateWrong ?? refusalFor(refusals, 'date')}
        />
      )}
      <Field label={m.stage_note()} lines={2} value={form.note} change={(note) => set({ note })} />
      <Folded title={m.stage_with()} about={form.with.map(({ name }) => name).join(', ')} open={form.companion !== ''}>
        <Companions added={form.with} typing={form.companion} known={known} change={set} />
      </Folded>
      <PaperPart
        draft={key}
        copied={form.copied}
        change={(copied) => {
          set({ copied })
          setRefusals([])
        }}
        how="written"
        here={place.location()}
        wrong={(field) => refusalFor(refusals, field)}
      />
      <FormFoot
        failed={refusalFor(refusals, 'save')}
        saved={draft.saved}
        label={m.stage_save()}
        save={() => void save()}
      >
        {form.copied === null && (
          <PlaceSaid
            here={place.here}
            remarks={judgePlace(place.fix, pointOf(household?.fields.location), placeLimits.visit)}
          />
        )}
      </FormFoot>
    </main>
  )
}

type Around = { people: readonly Person[]; location: Location; photos: readonly PhotoRow[] }

const bodyOf = (form: Form, stage: SeenStage, { people, location, photos }: Around): BuildAdvanced => {
  const { date, note, copied } = form
  const company = [...companyOf(form, people), ...measurerOf(copied)]
  return {
    stage,
    date: dayOfRecord(date, copied),
    // Where a sheet is copied is not where the house stands (decision 38).
    ...(copied === null ? { location } : copiedOf(copied, photos)),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...(company.length === 0 ? {} : { with: company }),
  }
}

const refusalsOf = (body: BuildAdvanced): Refusal[] => {
  const judged = judgeBody('build.advanced', body)
  return judged.ok ? [] : judged.refusals
}
