import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Build, Check, Review } from '../../../domain/build/build.ts'
import type { Day, PhotoTaken } from '../../../domain/entries/communeBodies.ts'
import { judgeBody } from '../../../domain/entries/judgeBody.ts'
import { type CheckDraft, checkedOf, contentChanged, startCheck } from '../../../domain/foundation/checkDraft.ts'
import { stepOfField, stepsOf } from '../../../domain/foundation/checkSteps.ts'
import type { Household } from '../../../domain/household/household.ts'
import { m } from '../../../language/words/messages.js'
import { SavedSign } from '../../../ui/form/SavedSign.tsx'
import { useRefusals } from '../../../ui/form/useRefusals.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { recordFoundationCheck } from '../../record/recordFoundationCheck.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { useAnsweredDay } from '../../store/queries/useAnsweredDay.ts'
import { useChecklist } from '../../store/queries/useChecklist.ts'
import { useCompanions } from '../../store/queries/useCompanions.ts'
import { useDraft } from '../../store/queries/useDraft.ts'
import { useFormPlace } from '../../store/queries/useFormPlace.ts'
import type { PhotoRow } from '../../store/queries/usePhotoRows.ts'
import { useStagedPhotos } from '../../store/queries/useStagedPhotos.ts'
import { CheckStepScreen } from './CheckStepScreen.tsx'
import { StepBar } from './StepBar.tsx'
import { StepList } from './StepList.tsx'
import { shortTitle } from './shortTitle.ts'
import { stepTitle } from './stepWords.ts'
import './check.css'

type Props = {
  build: Build
  household: Household | null
  inForce: { id: string; version: number }
  returned: { check: Check; review: Review } | null
  /** The check that this one goes on from. */
  from: Check | null
  /** Photos of this build that records name. */
  photos: readonly PhotoTaken[]
  today: Day
}

/** Long enough to see the answer marked, short enough not to wait for. */
const goOnMs = 300

/** One question a step, the draft kept at every key; Back and Next under the thumb, any step by the list. */
export const CheckForm = ({ build, household, inForce, returned, from, photos, today }: Props) => {
  const store = useStore()
  const [, go] = useLocation()
  const key = `check:${build.id}`
  const draft = useDraft<CheckDraft>(key, () => startCheck(inForce, today, from))
  useAnsweredDay(draft, today)
  const staged = useStagedPhotos(key)
  const checklist = useChecklist(draft.value?.checklist ?? inForce)
  const { people } = useCompanions()
  const place = useFormPlace(draft, checklist?.place.maxAccuracy ?? 10, 'at-once')
  const [listed, setListed] = useState(false)
  const goOn = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(goOn.current), [])
  const value = draft.value === null ? null : { ...draft.value, photos: withStaged(draft.value.photos, staged) }
  const steps = checklist === null || value === null ? [] : stepsOf(checklist, value.sitting)
  const at = Math.min(draft.step, Math.max(0, steps.length - 1))
  const step = steps[at]
  // A return is answered in its own sitting only; a check of the other sitting is a check of its own.
  const answersReview = returned?.check.body.sitting === value?.sitting ? (returned?.review.entry ?? null) : null
  const body =
    checklist === null || value === null
      ? null
      : checkedOf(value, checklist, { location: place.location(), answersReview, people, photos: staged })
  const judged = judgeBody('foundation.checked', body ?? {}, today)
  const refusals = useRefusals(body === null || judged.ok ? [] : judged.refusals)
  const back = household === null ? '/' : `/households/${household.id}`
  useFocusOfStep(refusals.form, at, listed)
  if (checklist === null || value === null || step === undefined || body === null)
    return <main className="screen" id="content" />
  const last = at === steps.length - 1
  const next = steps[at + 1]
  const goTo = (to: number) => {
    clearTimeout(goOn.current)
    setListed(false)
    draft.goTo(to)
  }
  const refuse = (found: Parameters<typeof refusals.refused>[0]) => {
    const field = found[0]?.field
    if (field !== undefined && field !== 'save') goTo(stepOfField(steps, field))
    refusals.refused(found)
  }
  const save = async () => {
    const saved = await recordFoundationCheck(store, build, body, { draft: key, photos: staged })
    if (!saved.ok) return refuse(saved.refusals)
    draft.recorded()
    go(back)
  }
  const goForward = (event: FormEvent) => {
    event.preventDefault()
    if (last) return void save()
    const here = judged.ok ? [] : judged.refusals.filter(({ field }) => stepOfField(steps, field) === at)
    if (here.length > 0) refuse(here)
    else goTo(at + 1)
  }
  return (
    <main className="screen check" id="content" ref={refusals.form}>
      <StepBar
        back={back}
        name={household?.fields.headName ?? ''}
        at={at}
        count={steps.length}
        listed={listed}
        list={() => setListed(!listed)}
      />
      {listed ? (
        <StepList steps={steps} at={at} draft={value} checklist={checklist} returned={returned} goTo={goTo} />
      ) : (
        <form className="stack" noValidate onSubmit={goForward}>
          <CheckStepScreen
            key={at}
            step={step}
            draft={value}
            photoDraft={key}
            kept={keptPhotos(draft.value?.photos ?? {}, photos)}
            checklist={checklist}
            household={household}
            returned={returned}
            from={from}
            other={build.checks.find(({ body: { sitting } }) => sitting !== value.sitting) ?? null}
            place={place}
            today={today}
            set={draft.set}
            answer={(patch) => draft.set({ ...patch, ...contentChanged(value) })}
            goOn={() => {
              clearTimeout(goOn.current)
              goOn.current = setTimeout(() => goTo(at + 1), goOnMs)
            }}
            goToItem={(item) => goTo(steps.findIndex((one) => one.kind === 'item' && one.item.id === item))}
            wrong={refusals.wrong}
            left={refusals.left}
          />
          <div className="foot step-foot">
            {refusals.wrong('save') && <Notice tone="red">{refusals.wrong('save')}</Notice>}
            <SavedSign saved={draft.saved} />
            <div className="thumbs">
              {at > 0 && (
                <button type="button" className="button" onClick={() => goTo(at - 1)}>
                  {m.check_back()}
                </button>
              )}
              <button type="submit" className="button main">
                {next === undefined ? m.check_save() : m.check_next({ title: shortTitle(stepTitle(next)) })}
              </button>
            </div>
          </div>
        </form>
      )}
    </main>
  )
}

type BySlot<Photo> = { [slot: string]: Photo[] }

/** Photos of the check that this one goes on from, and behind them those just taken. */
const withStaged = (before: BySlot<string>, staged: readonly PhotoRow[]): BySlot<string> => {
  const photos = { ...before }
  for (const { photo, body } of staged) if (body.slot) photos[body.slot] = [...(photos[body.slot] ?? []), photo]
  return photos
}

const keptPhotos = (named: BySlot<string>, photos: readonly PhotoTaken[]): BySlot<PhotoTaken> =>
  Object.fromEntries(
    Object.entries(named).map(([slot, ids]) => [slot, photos.filter(({ photo }) => ids.includes(photo))]),
  )

/** Another step begins at its top, and at its empty number: the keyboard is there without a tap of its own. */
const useFocusOfStep = (form: React.RefObject<HTMLElement | null>, at: number, listed: boolean) => {
  const before = useRef({ at, listed })
  useEffect(() => {
    const moved = before.current.at !== at || before.current.listed !== listed
    before.current = { at, listed }
    if (!moved) return
    window.scrollTo(0, 0)
    const number = form.current?.querySelector<HTMLInputElement>('input[inputmode=decimal]')
    const target = number?.value === '' ? number : form.current?.querySelector<HTMLElement>('h1')
    target?.focus({ preventScroll: true })
  }, [form, at, listed])
}
