import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { BuildAdvanced, SeenStage } from '../../../domain/entries/communeBodies.ts'
import { type CopiedDraft, copiedOf, dayOfRecord, measurerOf } from '../../../domain/entries/copiedFromPaper.ts'
import { judgeBody } from '../../../domain/entries/judgeBody.ts'
import type { Refusal } from '../../../domain/entries/refusal.ts'
import { refusalFor } from '../../../language/refusalWords.ts'
import { m } from '../../../language/words/messages.js'
import { Field } from '../../../ui/form/Field.tsx'
import { FormFoot } from '../../../ui/form/FormFoot.tsx'
import { PaperPart } from '../../pictures/PaperPart.tsx'
import { advanceBuild } from '../../record/advanceBuild.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { useBuild } from '../../store/queries/useBuild.ts'
import { useDraft } from '../../store/queries/useDraft.ts'
import { useMe } from '../../store/queries/useMe.ts'
import { type PhotoRow, useStagedPhotos } from '../../store/queries/usePhotoRows.ts'
import { StageChoices } from './StageChoices.tsx'

type Form = { stage: SeenStage | null; date: string; note: string; copied: CopiedDraft | null }

/** The stage that somebody sees at a house. *Móng đạt* is not seen but decided, so it isn't here. */
export default function AdvanceBuild({ id }: { id: string }) {
  const store = useStore()
  const page = useBuild(id)
  const me = useMe()
  const [, go] = useLocation()
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const key = `stage:${id}`
  const draft = useDraft<Form>(key, () => ({ stage: null, date: me?.today ?? '', note: '', copied: null }))
  const photos = useStagedPhotos(key)
  if (page === null || draft.value === null) return <main className="screen" id="content" />
  const { build, household } = page
  const { value: form, set } = draft
  const back = household === null ? '/households' : `/households/${household.id}`
  const dateWrong = form.stage === null ? undefined : refusalFor(refusalsOf(bodyOf(form, form.stage, photos)), 'date')
  const save = async () => {
    if (form.stage === null) return setRefusals([{ field: 'stage', code: 'stage-missing' }])
    const saved = await advanceBuild(store, build, bodyOf(form, form.stage, photos), { draft: key, photos })
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
      <PaperPart
        draft={key}
        copied={form.copied}
        change={(copied) => {
          set({ copied })
          setRefusals([])
        }}
        how="written"
        here={null}
        wrong={(field) => refusalFor(refusals, field)}
      />
      <FormFoot
        failed={refusalFor(refusals, 'save')}
        saved={draft.saved}
        label={m.stage_save()}
        save={() => void save()}
      />
    </main>
  )
}

/** No place is taken here: a stage is seen from the road, too. */
const bodyOf = ({ date, note, copied }: Form, stage: SeenStage, photos: readonly PhotoRow[]): BuildAdvanced => {
  const measurer = measurerOf(copied)
  return {
    stage,
    date: dayOfRecord(date, copied),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...(measurer.length === 0 ? {} : { with: measurer }),
    ...copiedOf(copied, photos),
  }
}

const refusalsOf = (body: BuildAdvanced): Refusal[] => {
  const judged = judgeBody('build.advanced', body)
  return judged.ok ? [] : judged.refusals
}
