import type { FormEvent } from 'react'
import { Link, useLocation } from 'wouter'
import { isOpen } from '../../../domain/build/build.ts'
import { judgeMove } from '../../../domain/household/judgeMove.ts'
import { type MoveDraft, type Onward, startMove, type WhyMoved } from '../../../domain/household/moveDraft.ts'
import { stageWords } from '../../../language/codeWords.ts'
import { m } from '../../../language/words/messages.js'
import { Choices } from '../../../ui/form/Choices.tsx'
import { Field } from '../../../ui/form/Field.tsx'
import { FormFoot } from '../../../ui/form/FormFoot.tsx'
import { useRefusals } from '../../../ui/form/useRefusals.ts'
import { moveHousehold } from '../../record/moveHousehold.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { useDraft } from '../../store/queries/useDraft.ts'
import type { HouseholdPage } from '../../store/queries/useHousehold.ts'
import { useLikeThere } from '../../store/queries/useLikeThere.ts'
import { useOtherBooks } from '../../store/queries/useOtherBooks.ts'
import { MoveSummary } from './MoveSummary.tsx'
import { MoveWhere } from './MoveWhere.tsx'

type Props = { page: HouseholdPage; there: { book: string; village: string; into: string } | null }

/** Where to, what becomes of the house, why; what goes along and what stays is read before it is saved. */
export const MoveForm = ({ page, there }: Props) => {
  const store = useStore()
  const [, go] = useLocation()
  const { household, builds } = page
  const books = useOtherBooks(household.book)
  const key = `move:${household.id}:${there?.into ?? ''}`
  const draft = useDraft<MoveDraft>(key, () => startMove(there))
  const form = draft.value ?? startMove(there)
  const { like, built } = useLikeThere(household, form)
  const moving = { household, builds }
  const judged = judgeMove(moving, form, books.here)
  const refusals = useRefusals(judged)
  const { wrong, left } = refusals
  if (draft.value === null) return <main className="screen" id="content" />
  const open = builds.filter(isOpen)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (judged.length > 0) return refusals.refused(judged)
    const saved = await moveHousehold(store, moving, form, { key, builtThere: built })
    if (!saved.ok) return refusals.refused(saved.refusals)
    draft.discard()
    go(`/households/${saved.value.household}`)
  }
  return (
    <main className="screen" id="content" ref={refusals.form}>
      <Link href={`/households/${household.id}`}>‹ {household.fields.headName}</Link>
      <h1>{m.move_title()}</h1>
      <p>{m.move_lead()}</p>
      <form className="stack" noValidate onSubmit={(event) => void save(event)}>
        <Choices<WhyMoved>
          legend={m.move_why()}
          options={[
            { id: 'family', title: m.move_why_family() },
            { id: 'book', title: m.move_why_book() },
          ]}
          chosen={form.why === null ? [] : [form.why]}
          change={([why = null]) => draft.set({ why })}
          wrong={wrong('why')}
        />
        <MoveWhere form={form} set={draft.set} wrong={wrong} left={left} books={books} like={like} />
        {open.length > 0 && (
          <>
            <Choices<Onward>
              legend={m.move_onward({ stage: stageWords[open.at(-1)?.stage ?? 'planned']() })}
              options={[
                { id: 'there', title: form.why === 'book' ? m.move_onward_same() : m.move_onward_new() },
                { id: 'paused', title: m.move_onward_paused() },
                { id: 'given-up', title: m.move_onward_given_up() },
              ]}
              chosen={form.onward === null ? [] : [form.onward]}
              change={([onward = null]) => draft.set({ onward })}
              wrong={wrong('onward')}
            />
            {form.onward === 'there' && (
              <p className="soft">
                {built
                  ? m.move_onward_built()
                  : form.why === 'book'
                    ? m.move_onward_same_means()
                    : m.move_onward_means()}
              </p>
            )}
          </>
        )}
        <Field
          label={m.move_reason()}
          hint={m.move_reason_hint()}
          lines={3}
          value={form.reason}
          change={(reason) => draft.set({ reason })}
          left={left('reason')}
          wrong={wrong('reason')}
        />
        <MoveSummary page={page} form={form} />
        <FormFoot failed={wrong('save')} saved={draft.saved} label={m.move_save()} />
      </form>
    </main>
  )
}
