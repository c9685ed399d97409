import type { FormEvent } from 'react'
import { Link, useLocation } from 'wouter'
import type { Day } from '../../../domain/entries/communeBodies.ts'
import type { Household } from '../../../domain/household/household.ts'
import { judgeVisit } from '../../../domain/household/judgeVisit.ts'
import { startVisit, type VisitDraft, visitOf } from '../../../domain/household/visitDraft.ts'
import type { Person } from '../../../domain/people/people.ts'
import { pointOf } from '../../../domain/place/distance.ts'
import { judgePlace } from '../../../domain/place/judgePlace.ts'
import type { Location } from '../../../domain/place/location.ts'
import { placeLimits } from '../../../domain/place/placeLimits.ts'
import { dayWords, longDayWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { DateLine } from '../../../ui/form/DateLine.tsx'
import { Field } from '../../../ui/form/Field.tsx'
import { NoticeToRead } from '../../../ui/form/NoticeToRead.tsx'
import { PlaceSaid } from '../../../ui/form/PlaceSaid.tsx'
import { SavedSign } from '../../../ui/form/SavedSign.tsx'
import { useRefusals } from '../../../ui/form/useRefusals.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PhotoSlots } from '../../pictures/PhotoSlots.tsx'
import { recordVisit } from '../../record/recordVisit.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { useAnsweredDay } from '../../store/queries/useAnsweredDay.ts'
import { useCompanions } from '../../store/queries/useCompanions.ts'
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
  useAnsweredDay(draft, today)
  const photos = useStagedPhotos(key)
  const place = useFormPlace(draft, wantedMetres, 'at-once')
  const form = draft.value
  const { people } = useCompanions()
  const told = form?.told ? [...untold] : []
  const judged = judgeVisitForm(form, { location: place.location(), told, people })
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
        <div className="foot">
          {wrong('save') && <Notice tone="red">{wrong('save')}</Notice>}
          <SavedSign saved={draft.saved} />
          <PlaceSaid
            here={place.here}
            remarks={judgePlace(place.fix, pointOf(household.fields.location), placeLimits.visit)}
          />
          <button type="submit" className="button main wide">
            {m.visit_save()}
          </button>
        </div>
      </form>
    </main>
  )
}

type Around = { location: Location; told: string[]; people: readonly Person[] }
type JudgedVisit =
  | { ok: true; value: ReturnType<typeof visitOf> }
  | { ok: false; refusals: { field: string; code: string }[] }

const metSomebody = ({ outcome }: VisitDraft): boolean => outcome === 'met-head' || outcome === 'met-other'

/** The outcome has no empty shape in a body: that it is missing is said here, the rest by the domain's rule. */
const judgeVisitForm = (form: VisitDraft | null, around: Around): JudgedVisit => {
  if (form === null || form.outcome === null)
    return { ok: false, refusals: [{ field: 'outcome', code: 'outcome-missing' }] }
  const body = visitOf(form, form.outcome, around)
  const refusals = judgeVisit(body)
  return refusals.length === 0 ? { ok: true, value: body } : { ok: false, refusals }
}
