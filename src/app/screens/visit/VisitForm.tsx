import type { FormEvent } from 'react'
import { Link, useLocation } from 'wouter'
import type { Day } from '../../../domain/entries/communeBodies.ts'
import type { Household } from '../../../domain/household/household.ts'
import { judgeVisit } from '../../../domain/household/judgeVisit.ts'
import { startVisit, type VisitDraft, visitOf } from '../../../domain/household/visitDraft.ts'
import { pointOf } from '../../../domain/place/distance.ts'
import { judgePlace } from '../../../domain/place/judgePlace.ts'
import { placeLimits } from '../../../domain/place/placeLimits.ts'
import { dayWords, longDayWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { DateLine } from '../../../ui/form/DateLine.tsx'
import { Field } from '../../../ui/form/Field.tsx'
import { FormFoot } from '../../../ui/form/FormFoot.tsx'
import { NoticeToRead } from '../../../ui/form/NoticeToRead.tsx'
import { PlaceSaid } from '../../../ui/form/PlaceSaid.tsx'
import { useRefusals } from '../../../ui/form/useRefusals.ts'
import { PaperPart } from '../../pictures/PaperPart.tsx'
import { PhotoSlots } from '../../pictures/PhotoSlots.tsx'
import { recordVisit } from '../../record/recordVisit.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { useAnsweredDay } from '../../store/queries/useAnsweredDay.ts'
import { useCompanions } from '../../store/queries/useCompanions.ts'
import { useDraft } from '../../store/queries/useDraft.ts'
import { useFormPlace } from '../../store/queries/useFormPlace.ts'
import { useStagedPhotos } from '../../store/queries/useStagedPhotos.ts'
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
  useAnsweredDay(draft, today)
  const photos = useStagedPhotos(key)
  const place = useFormPlace(draft, wantedMetres, 'at-once')
  const form = draft.value
  const { people } = useCompanions()
  const told = form?.told ? [...untold] : []
  const judged = judgeVisitForm(form, { location: place.location(), told, people, photos }, today)
  const refusals = useRefusals(judged.ok ? [] : judged.refusals)
  const { wrong, left } = refusals
  const here = `/households/${household.id}`
  if (form === null) return <main className="screen" id="content" />
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!judged.ok) return refusals.refused(judged.refusals)
    const saved = await recordVisit(store, household.book, household.id, judged.value, { draft: key, photos })
    if (!saved.ok) return refusals.refused(saved.refusals)
    draft.recorded()
    go(here)
  }
  return (
    <main className="screen" id="content" ref={refusals.form}>
      <Link href={here}>‹ {household.fields.headName}</Link>
      <h1>{m.visit_title()}</h1>
      <form className="stack" noValidate onSubmit={(event) => void save(event)}>
        {form.copied === null && (
          <>
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
            {form.date > today && <p className="soft">{m.standing_day_ahead()}</p>}
          </>
        )}
        <VisitOutcomes form={form} set={draft.set} untold={untold.length > 0} wrong={wrong} left={left} />
        {metSomebody(form) && !household.noticeRead && (
          <NoticeToRead read={form.noticeRead} change={(noticeRead) => draft.set({ noticeRead })} />
        )}
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
          {form.copied === null && (
            <PlaceSaid
              here={place.here}
              remarks={judgePlace(place.fix, pointOf(household.fields.location), placeLimits.visit)}
            />
          )}
        </FormFoot>
      </form>
    </main>
  )
}

type JudgedVisit =
  | { ok: true; value: ReturnType<typeof visitOf> }
  | { ok: false; refusals: { field: string; code: string }[] }

const metSomebody = ({ outcome }: VisitDraft): boolean => outcome === 'met-head' || outcome === 'met-other'

/** The outcome has no empty shape in a body: that it is missing is said here, the rest by the domain's rule. */
const judgeVisitForm = (form: VisitDraft | null, around: Parameters<typeof visitOf>[2], today: Day): JudgedVisit => {
  if (form === null || form.outcome === null)
    return { ok: false, refusals: [{ field: 'outcome', code: 'outcome-missing' }] }
  const body = visitOf(form, form.outcome, around)
  const refusals = judgeVisit(body, today)
  return refusals.length === 0 ? { ok: true, value: body } : { ok: false, refusals }
}
