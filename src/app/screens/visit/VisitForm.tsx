import type { FormEvent } from 'react'
import { Link, useLocation } from 'wouter'
import type { Day } from '../../../domain/entries/communeBodies.ts'
import { judgeBody } from '../../../domain/entries/judgeBody.ts'
import type { Household } from '../../../domain/household/household.ts'
import { startVisit, type VisitDraft, visitOf } from '../../../domain/household/visitDraft.ts'
import { dayWords, longDayWords } from '../../../language/locale.ts'
import { missingPlaceWords } from '../../../language/placeWords.ts'
import { m } from '../../../language/words/messages.js'
import { DateLine } from '../../../ui/form/DateLine.tsx'
import { Field } from '../../../ui/form/Field.tsx'
import { FormFoot } from '../../../ui/form/FormFoot.tsx'
import { useRefusals } from '../../../ui/form/useRefusals.ts'
import { PaperPart } from '../../pictures/PaperPart.tsx'
import { PhotoSlots } from '../../pictures/PhotoSlots.tsx'
import { recordVisit } from '../../record/recordVisit.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { useDraft } from '../../store/queries/useDraft.ts'
import { useFormPlace } from '../../store/queries/useFormPlace.ts'
import { useStagedPhotos } from '../../store/queries/usePhotoRows.ts'
import { VisitDetails } from './VisitDetails.tsx'
import { VisitOutcomes } from './VisitOutcomes.tsx'

type Props = { household: Household; today: Day; untold: readonly string[] }

/** Sharp enough to say that somebody was at the house. */
const wantedMetres = 25

/** The outcome first and large; the rest waits in calm groups. The place is taken quietly and holds nothing up. */
export const VisitForm = ({ household, today, untold }: Props) => {
  const store = useStore()
  const [, go] = useLocation()
  const key = `visit:${household.id}`
  const draft = useDraft<VisitDraft>(key, () => startVisit(today))
  const photos = useStagedPhotos(key)
  const place = useFormPlace(draft, wantedMetres, 'at-once')
  const form = draft.value
  const judged = judgeVisitForm(
    form,
    { location: place.location(), told: form?.told ? [...untold] : [], photos },
    today,
  )
  const refusals = useRefusals(judged.ok ? [] : judged.refusals)
  const { wrong, left } = refusals
  const here = `/households/${household.id}`
  if (form === null) return <main className="screen" id="content" />
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!judged.ok) return refusals.refused(judged.refusals)
    const saved = await recordVisit(store, household.book, household.id, judged.value, { draft: key, photos })
    if (!saved.ok) return refusals.refused(saved.refusals)
    draft.discard()
    go(here)
  }
  return (
    <main className="screen" id="content" ref={refusals.form}>
      <Link href={here}>‹ {household.fields.headName}</Link>
      <h1>{m.visit_title()}</h1>
      <form className="stack" noValidate onSubmit={(event) => void save(event)}>
        {form.copied === null && (
          <DateLine
            label={m.visit_date()}
            words={
              form.date === today
                ? m.visit_today({ day: longDayWords(today) })
                : m.visit_other_day({ day: dayWords(form.date, today) })
            }
            value={form.date}
            change={(date) => draft.set({ date })}
            left={left('date')}
            wrong={wrong('date')}
          />
        )}
        <VisitOutcomes form={form} set={draft.set} untold={untold.length > 0} wrong={wrong} left={left} />
        <Field
          label={m.visit_findings()}
          lines={2}
          value={form.findings}
          change={(findings) => draft.set({ findings })}
        />
        <PhotoSlots
          draft={key}
          slots={[{ id: 'visit', title: m.photo_title(), required: false }]}
          here={place.location()}
        />
        <VisitDetails form={form} set={draft.set} today={today} wrong={wrong} left={left} />
        <PaperPart
          draft={key}
          copied={form.copied}
          change={(copied) => draft.set({ copied })}
          how="written"
          here={place.location()}
          wrong={wrong}
          left={left}
        />
        <FormFoot failed={wrong('save')} saved={draft.saved} label={m.visit_save()}>
          {place.here.at === 'missing' && form.copied === null && (
            <p className="soft">{missingPlaceWords[place.here.why]()}</p>
          )}
        </FormFoot>
      </form>
    </main>
  )
}

type JudgedVisit =
  | { ok: true; value: ReturnType<typeof visitOf> }
  | { ok: false; refusals: { field: string; code: string }[] }

/** The outcome has no empty shape in a body: that it is missing is said here, the rest by the domain's rule. */
const judgeVisitForm = (
  form: VisitDraft | null,
  circumstances: Parameters<typeof visitOf>[2],
  today: Day,
): JudgedVisit => {
  if (form === null || form.outcome === null)
    return { ok: false, refusals: [{ field: 'outcome', code: 'outcome-missing' }] }
  const body = visitOf(form, form.outcome, circumstances)
  const judged = judgeBody('visit.recorded', body, today)
  return judged.ok ? { ok: true, value: body } : judged
}
