import type { FormEvent } from 'react'
import { Link, useLocation } from 'wouter'
import { canonicalJson } from '../../../domain/book/canonicalJson.ts'
import type { Build } from '../../../domain/build/build.ts'
import type { BuildAmended, BuildFields } from '../../../domain/entries/communeBodies.ts'
import { judgeBody } from '../../../domain/entries/judgeBody.ts'
import { m } from '../../../language/words/messages.js'
import { Choices } from '../../../ui/form/Choices.tsx'
import { Field } from '../../../ui/form/Field.tsx'
import { FormFoot } from '../../../ui/form/FormFoot.tsx'
import { useRefusals } from '../../../ui/form/useRefusals.ts'
import { amendBuild } from '../../record/amendBuild.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { useBuild } from '../../store/queries/useBuild.ts'
import { useDraft } from '../../store/queries/useDraft.ts'

type Standing = 'going-on' | 'paused' | 'given-up'
type Form = { standing: Standing; reason: string }

/** Tạm dừng, thôi không làm, làm tiếp: with its reason, and never a reproach. */
export default function HoldBuild({ id }: { id: string }) {
  const store = useStore()
  const page = useBuild(id)
  const [, go] = useLocation()
  const key = `hold:${id}`
  const draft = useDraft<Form>(key, () => ({
    standing: page?.build.fields.hold?.state ?? 'going-on',
    reason: page?.build.fields.hold?.reason ?? '',
  }))
  const body = page === null || draft.value === null ? null : amendment(page.build, draft.value)
  const judged = body === null ? { ok: true as const } : judgeBody('build.amended', body)
  const refusals = useRefusals(judged.ok ? [] : judged.refusals)
  if (page === null || draft.value === null || body === null) return <main className="screen" id="content" />
  const { build, household } = page
  const { value: form, set } = draft
  const back = household === null ? '/households' : `/households/${household.id}`
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (body.settles === undefined && same(body.set.hold?.value, build.fields.hold))
      return refusals.refused([{ field: 'save', code: 'nothing-changed' }])
    if (!judged.ok) return refusals.refused(judged.refusals)
    const saved = await amendBuild(store, build, body, key)
    if (!saved.ok) return refusals.refused(saved.refusals)
    draft.recorded()
    go(back)
  }
  return (
    <main className="screen" id="content" ref={refusals.form}>
      <Link href={back}>‹ {household?.fields.headName ?? m.household_back()}</Link>
      <h1>{m.hold_title()}</h1>
      <form className="stack" noValidate onSubmit={(event) => void save(event)}>
        <Choices<Standing>
          legend={m.hold_state()}
          options={[
            { id: 'going-on', title: m.hold_none() },
            { id: 'paused', title: m.hold_paused() },
            { id: 'given-up', title: m.hold_given_up() },
          ]}
          chosen={[form.standing]}
          change={([standing = 'going-on']) => set({ standing })}
        />
        {form.standing === 'paused' && <p className="soft">{m.hold_paused_means()}</p>}
        {form.standing === 'given-up' && <p className="soft">{m.hold_given_up_means()}</p>}
        {form.standing !== 'going-on' && (
          <Field
            label={m.hold_reason()}
            hint={m.hold_reason_hint()}
            lines={3}
            value={form.reason}
            change={(reason) => set({ reason })}
            left={refusals.left('hold')}
            wrong={refusals.wrong('hold')}
          />
        )}
        <FormFoot failed={refusals.wrong('save')} saved={draft.saved} label={m.hold_save()} />
      </form>
    </main>
  )
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null)

/** One word settles what two people wrote differently about it. */
const amendment = (build: Build, { standing, reason }: Form): BuildAmended => {
  const value: BuildFields['hold'] = standing === 'going-on' ? null : { state: standing, reason: reason.trim() }
  const open = build.conflicts.filter(({ field }) => field === 'hold').flatMap(({ values }) => values)
  return {
    set: { hold: { value, base: build.bases.hold ?? null } },
    ...(open.length === 0 ? {} : { settles: open.map(({ written }) => written.entry) }),
  }
}
