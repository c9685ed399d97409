import type { FormEvent } from 'react'
import { Link, useLocation } from 'wouter'
import type { Day } from '../../../domain/entries/communeBodies.ts'
import { judgeRegistration } from '../../../domain/household/judgeRegistration.ts'
import { type RegisterDraft, registeredOf, startRegister } from '../../../domain/household/registerDraft.ts'
import { judgeHousePlace } from '../../../domain/place/judgePlace.ts'
import { placeLimits } from '../../../domain/place/placeLimits.ts'
import { m } from '../../../language/words/messages.js'
import { Field } from '../../../ui/form/Field.tsx'
import { Folded } from '../../../ui/form/Folded.tsx'
import { FormFoot } from '../../../ui/form/FormFoot.tsx'
import { NoticeToRead } from '../../../ui/form/NoticeToRead.tsx'
import { PlaceLine } from '../../../ui/form/PlaceLine.tsx'
import { PlaceRemarks } from '../../../ui/form/PlaceRemarks.tsx'
import { useRefusals } from '../../../ui/form/useRefusals.ts'
import { PaperPart } from '../../pictures/PaperPart.tsx'
import { registerHousehold } from '../../record/registerHousehold.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { useDraft } from '../../store/queries/useDraft.ts'
import { useFormPlace } from '../../store/queries/useFormPlace.ts'
import { useStagedPhotos } from '../../store/queries/useStagedPhotos.ts'
import { useVillagePlace } from '../../store/queries/useVillagePlace.ts'
import { RegisterDwelling } from './RegisterDwelling.tsx'
import { SimilarHouseholds } from './SimilarHouseholds.tsx'
import { VillageFields } from './VillageFields.tsx'

const key = 'register'
/** A house is found again by it. */
const wantedMetres = 10

type Props = {
  books: readonly { id: string; title: string }[]
  /** Where somebody stands: most are written down there. */
  start: { book: string; village: string }
  today: Day
}

/** Who it is and where; one of a like name in the village is asked about first. */
export const RegisterForm = ({ books, start, today }: Props) => {
  const store = useStore()
  const [, go] = useLocation()
  const draft = useDraft<RegisterDraft>(key, () => startRegister(start.book, start.village))
  const place = useFormPlace(draft, wantedMetres, 'asked')
  const photos = useStagedPhotos(key)
  const form = draft.value
  const village = useVillagePlace(form?.village ?? '')
  const body = form === null ? null : registeredOf(form, place.sought(), photos)
  const judged = body === null ? [] : judgeRegistration(body, today)
  const refusals = useRefusals(judged)
  const { wrong, left } = refusals
  if (form === null || body === null) return <main className="screen" id="content" />
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (judged.length > 0) return refusals.refused(judged)
    const saved = await registerHousehold(store, form.book, body, { draft: key, photos })
    if (!saved.ok) return refusals.refused(saved.refusals)
    draft.recorded()
    go(`/households/${saved.value.subject}`)
  }
  /** A field of text by its name in the draft; the same name is the body's field, where refusals stand. */
  const text = (field: TextField, label: string, more: { type?: 'tel'; number?: boolean; lines?: number } = {}) => (
    <Field
      label={label}
      decimal={more.number ?? false}
      value={form[field]}
      change={(value) => draft.set({ [field]: value })}
      left={left(field)}
      wrong={wrong(field)}
      {...(more.type ? { type: more.type } : {})}
      {...(more.lines ? { lines: more.lines } : {})}
    />
  )
  return (
    <main className="screen" id="content" ref={refusals.form}>
      <Link href="/households">‹ {m.household_back()}</Link>
      <h1>{m.register_title()}</h1>
      <form className="stack" noValidate onSubmit={(event) => void save(event)}>
        <NoticeToRead read={form.noticeRead} change={(noticeRead) => draft.set({ noticeRead })} />
        <VillageFields books={books} form={form} set={draft.set} wrong={wrong} left={left} />
        {text('headName', m.register_head())}
        <SimilarHouseholds form={form} place={place.sought()} />
        {text('spouseName', m.register_spouse())}
        <section className="card">
          <h2>{m.place_of_house()}</h2>
          {form.copied === null ? (
            <>
              <PlaceLine here={place.here} nowMs={place.nowMs} seek={place.seek} />
              <PlaceRemarks remarks={judgeHousePlace(place.fix, village, placeLimits.house)} />
            </>
          ) : (
            <p className="soft">{m.paper_no_place()}</p>
          )}
          {text('wayIn', m.register_way(), { lines: 2 })}
        </section>
        <RegisterDwelling form={form} set={draft.set} wrong={wrong} left={left} />
        <Folded title={m.register_more()} open={more(form)}>
          {text('otherName', m.register_other_name())}
          {text('birthYear', m.register_born(), { number: true })}
          {text('members', m.register_members(), { number: true })}
          {text('phone', m.register_phone(), { type: 'tel' })}
          {text('landmark', m.register_landmark())}
        </Folded>
        <PaperPart
          draft={key}
          copied={form.copied}
          change={(copied) => draft.set({ copied })}
          how="written"
          here={form.fix === null ? null : place.location()}
          wrong={wrong}
          left={left}
        />
        <FormFoot failed={wrong('save')} saved={draft.saved} label={m.register_save()} />
      </form>
    </main>
  )
}

type TextField = {
  [F in keyof RegisterDraft]: RegisterDraft[F] extends string ? F : never
}[keyof RegisterDraft]

const more = ({ otherName, birthYear, members, phone, landmark }: RegisterDraft): boolean =>
  [otherName, birthYear, members, phone, landmark].some((text) => text !== '')
