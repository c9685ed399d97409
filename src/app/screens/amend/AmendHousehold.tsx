import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { judgeBody } from '../../../domain/entries/judgeBody.ts'
import type { Refusal } from '../../../domain/entries/refusal.ts'
import type { Household } from '../../../domain/household/household.ts'
import { fieldWords } from '../../../language/fieldWords.ts'
import { refusalFor } from '../../../language/refusalWords.ts'
import { m } from '../../../language/words/messages.js'
import { SavedSign } from '../../../ui/form/SavedSign.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { amendHousehold } from '../../record/amendHousehold.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { useDraft } from '../../store/queries/useDraft.ts'
import { useFormPlace } from '../../store/queries/useFormPlace.ts'
import { useHousehold } from '../../store/queries/useHousehold.ts'
import { AmendFields } from './AmendFields.tsx'
import { type AmendForm, amendmentOf, startOf } from './amendForm.ts'
import { SettleFields } from './SettleFields.tsx'

/** What is otherwise than the book says; and where two people wrote differently, which of it is right. */
export default function AmendHousehold({ id }: { id: string }) {
  const page = useHousehold(id)
  return page === null ? <main className="screen" id="content" /> : <Amending household={page.household} />
}

/** A house is found again by it. */
const wantedMetres = 10

const Amending = ({ household }: { household: Household }) => {
  const store = useStore()
  const [, go] = useLocation()
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const key = `amend:${household.id}`
  const draft = useDraft<AmendForm>(key, () => startOf(household))
  const place = useFormPlace(draft, wantedMetres, 'asked')
  const form = draft.value
  if (form === null) return <main className="screen" id="content" />
  const body = amendmentOf(form, household, place.sought())
  const changed = Object.keys(body.set)
  const judged = judgeBody('household.amended', body)
  // Said at once, beside the field; that nothing is changed yet is said only when somebody asks to save it.
  const atOnce = judged.ok ? [] : judged.refusals.filter(({ field }) => field !== 'set')
  const save = async () => {
    if (!judged.ok) return setRefusals(judged.refusals)
    const saved = await amendHousehold(store, household, body, key)
    if (saved.ok) go(`/households/${household.id}`)
    else setRefusals(saved.refusals)
  }
  const failed = refusalFor(refusals, 'save') ?? (changed.length === 0 ? refusalFor(refusals, 'set') : undefined)
  return (
    <main className="screen" id="content">
      <Link href={`/households/${household.id}`}>‹ {household.fields.headName}</Link>
      <div>
        <h1>{m.amend_title()}</h1>
        <p className="soft">{m.amend_lead()}</p>
      </div>
      <SettleFields
        conflicts={household.conflicts}
        chosen={form.chosen}
        choose={(field, entry) => draft.set({ chosen: { ...form.chosen, [field]: entry } })}
      />
      <AmendFields
        household={household}
        form={form}
        place={place}
        set={draft.set}
        wrong={(field) => refusalFor(atOnce, field)}
      />
      <div className="foot">
        {failed && <Notice tone="red">{failed}</Notice>}
        {changed.length > 0 && (
          <p className="soft">{m.amend_changed({ fields: changed.map(fieldWords).join(', ') })}</p>
        )}
        <SavedSign saved={draft.saved} />
        <button type="button" className="button main wide" onClick={() => void save()}>
          {m.amend_save()}
        </button>
      </div>
    </main>
  )
}
