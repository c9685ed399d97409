import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Dwelling, HouseholdRegistered } from '../../../domain/entries/communeBodies.ts'
import type { Refusal } from '../../../domain/entries/refusal.ts'
import { similarRows } from '../../../domain/lists/similarRows.ts'
import { dwellingWords } from '../../../language/codeWords.ts'
import { refusalFor } from '../../../language/refusalWords.ts'
import { nameWords } from '../../../language/rowWords.ts'
import { m } from '../../../language/words/messages.js'
import { Choices } from '../../../ui/form/Choices.tsx'
import { Field } from '../../../ui/form/Field.tsx'
import { SavedSign } from '../../../ui/form/SavedSign.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { registerHousehold } from '../../record/registerHousehold.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'
import { useDraft } from '../../store/queries/useDraft.ts'
import { useHouseholds } from '../../store/queries/useHouseholds.ts'
import { useMe } from '../../store/queries/useMe.ts'

type Form = {
  book: string
  village: string
  headName: string
  spouseName: string
  birthYear: string
  members: string
  phone: string
  wayIn: string
  dwelling: Dwelling | null
}

const key = 'register'

/** A household that is not on the list; one of a like name in the village is asked about first. */
export default function Register() {
  const store = useStore()
  const me = useMe()
  const areas = useAreas()
  const [, go] = useLocation()
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const draft = useDraft<Form>(key, () => ({ ...emptyForm, book: me?.books[0]?.id ?? '' }))
  const rows = useHouseholds({})
  const form = draft.value
  if (form === null || me === null) return <main className="screen" id="content" />
  const villages = areas.villagesOf(form.book)
  const similar = similarRows(rows, form.headName, form.village)
  const wrong = (field: string) => refusalFor(refusals, field)
  const save = async () => {
    const saved = await registerHousehold(store, form.book, bodyOf(form), key)
    if (saved.ok) go(`/households/${saved.value.subject}`)
    else setRefusals(saved.refusals)
  }
  return (
    <main className="screen" id="content">
      <Link href="/households">‹ {m.household_back()}</Link>
      <h1>{m.register_title()}</h1>
      {me.books.length > 1 && (
        <Choices
          legend={m.register_book()}
          options={me.books.map(({ id, title }) => ({ id, title }))}
          chosen={[form.book]}
          change={([book = '']) => draft.set({ book, village: '' })}
        />
      )}
      {villages.length > 0 ? (
        <Choices
          legend={m.register_village()}
          options={villages.map(({ area, title }) => ({ id: area, title }))}
          chosen={[form.village]}
          change={([village = '']) => draft.set({ village })}
          wrong={wrong('village')}
        />
      ) : (
        <Field
          label={m.register_village_name()}
          value={form.village}
          change={(village) => draft.set({ village })}
          wrong={wrong('village')}
        />
      )}
      <Field
        label={m.register_head()}
        value={form.headName}
        change={(headName) => draft.set({ headName })}
        wrong={wrong('headName')}
      />
      {similar.length > 0 && (
        <section className="card">
          <h2>{m.register_similar()}</h2>
          <ul className="stack">
            {similar.map((row) => (
              <li key={row.id}>
                <Link className="button wide" href={`/households/${row.id}`}>
                  {nameWords(row)}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Field label={m.register_spouse()} value={form.spouseName} change={(spouseName) => draft.set({ spouseName })} />
      <Field
        label={m.register_born()}
        type="number"
        value={form.birthYear}
        change={(birthYear) => draft.set({ birthYear })}
        wrong={wrong('birthYear')}
      />
      <Field
        label={m.register_members()}
        type="number"
        value={form.members}
        change={(members) => draft.set({ members })}
        wrong={wrong('members')}
      />
      <Field
        label={m.register_phone()}
        type="tel"
        value={form.phone}
        change={(phone) => draft.set({ phone })}
        wrong={wrong('phone')}
      />
      <Field label={m.register_way()} lines={2} value={form.wayIn} change={(wayIn) => draft.set({ wayIn })} />
      <Choices
        legend={m.register_dwelling()}
        options={(Object.keys(dwellingWords) as Dwelling[]).map((id) => ({ id, title: dwellingWords[id]() }))}
        chosen={form.dwelling === null ? [] : [form.dwelling]}
        change={([dwelling = null]) => draft.set({ dwelling })}
      />
      <div className="foot">
        {wrong('save') && <Notice tone="red">{wrong('save')}</Notice>}
        <SavedSign saved={draft.saved} />
        <button type="button" className="button main wide" onClick={() => void save()}>
          {m.register_save()}
        </button>
      </div>
    </main>
  )
}

const emptyForm: Form = {
  book: '',
  village: '',
  headName: '',
  spouseName: '',
  birthYear: '',
  members: '',
  phone: '',
  wayIn: '',
  dwelling: null,
}

const bodyOf = (form: Form): HouseholdRegistered => ({
  headName: form.headName.trim().normalize('NFC'),
  village: form.village.trim(),
  ...(form.spouseName.trim() === '' ? {} : { spouseName: form.spouseName.trim().normalize('NFC') }),
  ...(form.birthYear === '' ? {} : { birthYear: Number(form.birthYear) }),
  ...(form.members === '' ? {} : { members: Number(form.members) }),
  ...(form.phone.trim() === '' ? {} : { phone: form.phone.trim() }),
  ...(form.wayIn.trim() === '' ? {} : { wayIn: form.wayIn.trim() }),
  ...(form.dwelling === null ? {} : { dwelling: form.dwelling }),
})
