import type { FormEvent } from 'react'
import { Link, useLocation } from 'wouter'
import type { Dwelling } from '../../../domain/entries/communeBodies.ts'
import { judgeBody } from '../../../domain/entries/judgeBody.ts'
import { type RegisterDraft, registeredOf, startRegister } from '../../../domain/household/registerDraft.ts'
import { dayOf } from '../../../domain/time/day.ts'
import { dwellingWords } from '../../../language/codeWords.ts'
import { m } from '../../../language/words/messages.js'
import { Choices } from '../../../ui/form/Choices.tsx'
import { Field } from '../../../ui/form/Field.tsx'
import { Folded } from '../../../ui/form/Folded.tsx'
import { FormFoot } from '../../../ui/form/FormFoot.tsx'
import { PlaceLine } from '../../../ui/form/PlaceLine.tsx'
import { useRefusals } from '../../../ui/form/useRefusals.ts'
import { PaperPart } from '../../pictures/PaperPart.tsx'
import { registerHousehold } from '../../record/registerHousehold.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { useDraft } from '../../store/queries/useDraft.ts'
import { useFormPlace } from '../../store/queries/useFormPlace.ts'
import { useStagedPhotos } from '../../store/queries/usePhotoRows.ts'
import { SimilarHouseholds } from './SimilarHouseholds.tsx'
import { VillageFields } from './VillageFields.tsx'

const key = 'register'
/** A house is found again by it. */
const wantedMetres = 10

type Props = {
  books: readonly { id: string; title: string }[]
  /** Where somebody stands: most are written down there. */
  start: { book: string; village: string }
}

/** Who it is and where; one of a like name in the village is asked about first. */
export const RegisterForm = ({ books, start }: Props) => {
  const store = useStore()
  const [, go] = useLocation()
  const draft = useDraft<RegisterDraft>(key, () => startRegister(start.book, start.village))
  const place = useFormPlace(draft, wantedMetres, 'asked')
  const photos = useStagedPhotos(key)
  const form = draft.value
  const body = form === null ? null : registeredOf(form, place.nowMs(), photos)
  const judged = judgeBody('household.registered', body ?? {}, dayOf(place.nowMs()))
  const refusals = useRefusals(body === null || judged.ok ? [] : judged.refusals)
  const { wrong, left } = refusals
  if (form === null || body === null) return <main className="screen" id="content" />
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const saved = await registerHousehold(store, form.book, body, { draft: key, photos })
    if (!saved.ok) return refusals.refused(saved.refusals)
    draft.discard()
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
        <VillageFields books={books} form={form} set={draft.set} wrong={wrong} left={left} />
        {text('headName', m.register_head())}
        <SimilarHouseholds headName={form.headName} village={form.village} />
        {text('spouseName', m.register_spouse())}
        <section className="card">
          <h2>{m.place_of_house()}</h2>
          {form.copied === null ? (
            <PlaceLine here={place.here} nowMs={place.nowMs} seek={place.seek} />
          ) : (
            <p className="soft">{m.paper_no_place()}</p>
          )}
          {text('wayIn', m.register_way(), { lines: 2 })}
        </section>
        <Choices
          legend={m.register_dwelling()}
          options={(Object.keys(dwellingWords) as Dwelling[]).map((id) => ({ id, title: dwellingWords[id]() }))}
          chosen={form.dwelling === null ? [] : [form.dwelling]}
          change={([dwelling = null]) => draft.set({ dwelling })}
        />
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
