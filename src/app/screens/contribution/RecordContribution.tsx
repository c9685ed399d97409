import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Build } from '../../../domain/build/build.ts'
import type { Refusal } from '../../../domain/entries/refusal.ts'
import type { Household } from '../../../domain/household/household.ts'
import { houseMoney } from '../../../domain/money/bookMoney.ts'
import { contributionWords, formWords, promiseWords, sourceWords } from '../../../language/contributionWords.ts'
import { refusalFor } from '../../../language/refusalWords.ts'
import { m } from '../../../language/words/messages.js'
import { Choices } from '../../../ui/form/Choices.tsx'
import { Field } from '../../../ui/form/Field.tsx'
import { FormFoot } from '../../../ui/form/FormFoot.tsx'
import { PaperPart } from '../../pictures/PaperPart.tsx'
import { recordContribution } from '../../record/recordContribution.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { useAnsweredDay } from '../../store/queries/useAnsweredDay.ts'
import { useBuild } from '../../store/queries/useBuild.ts'
import { useDraft } from '../../store/queries/useDraft.ts'
import { useMe } from '../../store/queries/useMe.ts'
import { useStagedPhotos } from '../../store/queries/useStagedPhotos.ts'
import { AmountFields } from './AmountFields.tsx'
import { type ContributionForm, emptyContribution, judgedContribution, sourcesFor } from './contributionForm.ts'

/** Money, material or labour for a foundation: promised, or handed over by whom to whom. */
export default function RecordContribution({ id }: { id: string }) {
  const page = useBuild(id)
  return page === null ? (
    <main className="screen" id="content" />
  ) : (
    <Recording build={page.build} household={page.household} />
  )
}

const Recording = ({ build, household }: { build: Build; household: Household | null }) => {
  const store = useStore()
  const me = useMe()
  const [, go] = useLocation()
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const key = `contribution:${build.id}`
  const draft = useDraft<ContributionForm>(key, () => emptyContribution(me?.today ?? ''))
  useAnsweredDay(draft, me?.today ?? '')
  const photos = useStagedPhotos(key)
  const form = draft.value
  if (form === null || me === null) return <main className="screen" id="content" />
  const judged = judgedContribution(form, photos)
  const wrong = (field: string) => refusalFor(judged.atOnce, field) ?? refusalFor(refusals, field)
  const set = (patch: Partial<ContributionForm>) => {
    draft.set(patch)
    setRefusals([])
  }
  const back = household === null ? '/households' : `/households/${household.id}`
  const save = async () => {
    if (judged.refusals.length > 0) return setRefusals(judged.refusals)
    const saved = await recordContribution(store, build, judged.body, { draft: key, photos })
    if (saved.ok) go(back)
    else setRefusals(saved.refusals)
  }
  const sources = sourcesFor(me.role, form.form)
  return (
    <main className="screen" id="content">
      <Link href={back}>‹ {household?.fields.headName ?? m.household_back()}</Link>
      <h1>{m.contribution_title()}</h1>
      <Choices
        legend={m.contribution_form()}
        options={(['labour', 'material', 'money'] as const).map((one) => ({ id: one, title: formWords[one]() }))}
        chosen={[form.form]}
        change={([kind = 'labour']) =>
          set({ form: kind, source: sourcesFor(me.role, kind).includes(form.source) ? form.source : 'family' })
        }
      />
      <Choices
        legend={m.contribution_source()}
        options={sources.map((source) => ({ id: source, title: sourceWords[source]() }))}
        chosen={[form.source]}
        change={([source = 'family']) => set({ source })}
      />
      {form.form === 'money' && !sources.includes('donor') && <p className="soft">{m.contribution_office()}</p>}
      <Choices
        legend={m.contribution_state()}
        options={(['handed-over', 'promised'] as const).map((state) => ({ id: state, title: promiseWords[state]() }))}
        chosen={[form.state]}
        change={([state = 'handed-over']) => set({ state })}
      />
      <AmountFields form={form} set={set} wrong={wrong} />
      <Promises build={build} form={form} set={set} />
      <Field label={m.contribution_by()} value={form.by} change={(by) => set({ by })} />
      {form.state === 'handed-over' && (
        <Field label={m.contribution_to()} value={form.to} change={(to) => set({ to })} wrong={wrong('to')} />
      )}
      {form.copied === null && (
        <Field
          label={m.contribution_date()}
          type="date"
          value={form.date}
          change={(date) => set({ date })}
          wrong={wrong('date')}
        />
      )}
      <Field label={m.contribution_note()} lines={2} value={form.note} change={(note) => set({ note })} />
      <PaperPart
        draft={key}
        copied={form.copied}
        change={(copied) => set({ copied })}
        how="written"
        here={null}
        wrong={wrong}
      />
      <FormFoot failed={wrong('save')} saved={draft.saved} label={m.contribution_save()} save={() => void save()} />
    </main>
  )
}

type PromisesProps = { build: Build; form: ContributionForm; set(patch: Partial<ContributionForm>): void }

/** What was promised from there before: handing it over names it, so that it isn't counted twice. */
const Promises = ({ build, form, set }: PromisesProps) => {
  const { counted, questions } = houseMoney([build])
  const promises = [...counted, ...questions.map(({ asked }) => asked)].filter(
    ({ body }) => body.state === 'promised' && body.source === form.source && body.form === form.form,
  )
  if (form.state !== 'handed-over' || promises.length === 0) return null
  return (
    <Choices
      legend={m.contribution_fulfils()}
      options={[
        ...promises.map(({ entry, body }) => ({ id: entry, title: contributionWords(body) })),
        { id: '', title: m.contribution_fulfils_none() },
      ]}
      chosen={[form.fulfils]}
      change={([fulfils = '']) => set({ fulfils })}
    />
  )
}
