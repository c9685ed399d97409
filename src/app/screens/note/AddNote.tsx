import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Refusal } from '../../../domain/entries/refusal.ts'
import { refusalFor } from '../../../language/refusalWords.ts'
import { m } from '../../../language/words/messages.js'
import { Field } from '../../../ui/form/Field.tsx'
import { SavedSign } from '../../../ui/form/SavedSign.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { addNote } from '../../record/addNote.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { useDraft } from '../../store/queries/useDraft.ts'
import { useHousehold } from '../../store/queries/useHousehold.ts'

/** A few words about a household that belong nowhere else. */
export default function AddNote({ id }: { id: string }) {
  const store = useStore()
  const page = useHousehold(id)
  const [, go] = useLocation()
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const key = `note:${id}`
  const draft = useDraft<{ text: string }>(key, () => ({ text: '' }))
  if (page === null || draft.value === null) return <main className="screen" id="content" />
  const { household } = page
  const { text } = draft.value
  const save = async () => {
    const saved = await addNote(store, household, { text: text.trim() }, key)
    if (!saved.ok) return setRefusals(saved.refusals)
    draft.recorded()
    go(`/households/${household.id}`)
  }
  const failed = refusalFor(refusals, 'save')
  return (
    <main className="screen" id="content">
      <Link href={`/households/${household.id}`}>‹ {household.fields.headName}</Link>
      <h1>{m.note_title()}</h1>
      <Field
        label={m.note_text()}
        hint={m.note_hint()}
        lines={5}
        value={text}
        change={(typed) => {
          draft.set({ text: typed })
          setRefusals([])
        }}
        wrong={refusalFor(refusals, 'text')}
      />
      <div className="foot">
        {failed && <Notice tone="red">{failed}</Notice>}
        <SavedSign saved={draft.saved} />
        <button type="button" className="button main wide" onClick={() => void save()}>
          {m.note_save()}
        </button>
      </div>
    </main>
  )
}
