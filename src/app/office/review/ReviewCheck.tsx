import { Link } from 'wouter'
import type { Check } from '../../../domain/build/build.ts'
import { mayReview } from '../../../domain/build/mayReview.ts'
import { itemsOf } from '../../../domain/foundation/suggestVerdict.ts'
import { checkPhotos } from '../../../domain/lists/checkPhotos.ts'
import { dayOf } from '../../../domain/time/day.ts'
import { clockWords } from '../../../language/clockWords.ts'
import { stageWords } from '../../../language/codeWords.ts'
import { copiedWords } from '../../../language/copiedWords.ts'
import { flagWords } from '../../../language/flagWords.ts'
import { dayWords } from '../../../language/locale.ts'
import { reasonsOf } from '../../../language/reasonsOf.ts'
import { sittingWords } from '../../../language/sittingWords.ts'
import { slotWords } from '../../../language/slotWords.ts'
import { verdictWords } from '../../../language/verdictWords.ts'
import { m } from '../../../language/words/messages.js'
import { HouseDrawing } from '../../../ui/HouseDrawing.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { usePreviews } from '../../pictures/usePreviews.ts'
import { useAreas } from '../../store/queries/useAreas.ts'
import { type CheckPage, useCheck } from '../../store/queries/useBuild.ts'
import { useMe } from '../../store/queries/useMe.ts'
import { usePeople } from '../../store/queries/usePeople.ts'
import { useReviewQueue } from '../../store/queries/useReviewQueue.ts'
import { useWaitingPreviews } from '../../store/queries/useWaitingPreviews.ts'
import { Answers, type Before } from './Answers.tsx'
import { Decision } from './Decision.tsx'
import { EarlierChecks } from './EarlierChecks.tsx'
import { MayNot } from './MayNot.tsx'
import { OtherSitting } from './OtherSitting.tsx'
import { PhotoPanel } from './PhotoPanel.tsx'
import { Signatures } from './Signatures.tsx'
import './review.css'

/** One check beside its photos, what was found before, and the inspector's answer to it. */
export default function ReviewCheck({ entry }: { entry: string }) {
  const page = useCheck(entry)
  const me = useMe()
  const queue = useReviewQueue()
  // They go on coming while the first ones are looked at.
  usePreviews(useWaitingPreviews(queue))
  if (page === null || me === null) return <main className="screen" id="content" />
  const { check, build, checklist, other } = page
  const own = !mayReview({ person: check.person, body: check.body }, me.person.id)
  const at = queue.findIndex((one) => one.check.entry === entry)
  const others = queue.filter((one) => one.check.entry !== entry && mayReview(one.check, me.person.id))
  const next = others.find((one) => queue.indexOf(one) > at) ?? others[0]
  // That it was copied stands at the head, also when it no longer waits.
  const flags = (queue[at]?.flags ?? []).filter(({ flag }) => flag !== 'copied')
  const items = checklist === null ? [] : itemsOf(checklist, check.body.sitting)
  const again = build.checks.find((one) => one.stamp < check.stamp && one.body.sitting === check.body.sitting)
  const before = beforeOf(again, other?.check)
  const groups = [{ check, checklist }, ...(other === null ? [] : [other])].map((one) => ({
    title: sittingWords[one.check.body.sitting](),
    slots: checkPhotos(one.check, one.checklist, page.photos).map((slot) => ({
      ...slot,
      title: slotWords(slot.slot.id, slot.slot.title, one.checklist),
    })),
  }))
  return (
    <main className="screen wide" id="content">
      <div className="head">
        <Link href="/review">‹ {m.review_title()}</Link>
        {at >= 0 && <span className="soft">{m.review_place({ at: at + 1, count: queue.length })}</span>}
      </div>
      <Head page={page} />
      {flags.length > 0 && (
        <section className="card attention" aria-labelledby="flags">
          <h2 id="flags">{m.review_flags()}</h2>
          <ul className="points">
            {flags.map((flag) => (
              <li key={JSON.stringify(flag)}>{flagWords(flag)}</li>
            ))}
          </ul>
        </section>
      )}
      <div className="columns review">
        <div className="stack">
          <section className="card" aria-labelledby="answers">
            <h2 id="answers">{m.review_answers()}</h2>
            <Answers items={items} answers={check.body.answers} before={before} />
            {check.body.remark && (
              <p>
                <strong>{m.review_remark()}:</strong> {check.body.remark}
              </p>
            )}
          </section>
          <Signatures
            signatures={check.body.signatures ?? []}
            slots={checklist?.signatures ?? []}
            readAloud={check.body.readAloud === true}
          />
          {other === null && check.body.sitting === 'done' && <p className="soft">{m.review_no_trench()}</p>}
          {other && (
            <OtherSitting
              check={other.check}
              checklist={other.checklist}
              beside={new Set(again === undefined ? items.map(({ id }) => id) : [])}
            />
          )}
          <EarlierChecks checks={build.checks.filter((one) => one.entry !== entry && one !== other?.check)} />
          <Link className="button" href={`/print/check/${entry}`}>
            {m.print_record_link()}
          </Link>
        </div>
        <div className="stack beside">
          <PhotoPanel key={entry} groups={groups} />
          <MayNot check={check} me={me.person} />
          {!own && <Decision key={entry} page={page} next={next === undefined ? null : next.check.entry} />}
        </div>
      </div>
    </main>
  )
}

/** The same sitting's check before this one, else the other sitting's: what can be compared item by item. */
const beforeOf = (again: Check | undefined, other: Check | undefined): Before | undefined => {
  if (again !== undefined) return { title: m.review_before(), answers: again.body.answers }
  return other === undefined ? undefined : { title: sittingWords[other.body.sitting](), answers: other.body.answers }
}

const Head = ({ page: { check, build, household, checklist } }: { page: CheckPage }) => {
  const areas = useAreas()
  const people = usePeople()
  const me = useMe()
  const { verdict, sitting, date, mend, copied, clock } = check.body
  const reasons = checklist === null ? [] : reasonsOf(checklist, check.body)
  const company = (check.body.with ?? []).map(({ name }) => name).join(', ')
  const by = people.get(check.person)?.name ?? '?'
  // Of a copied check the sheet's own day stands below.
  const written = copied === undefined ? date : dayOf(check.ms)
  return (
    <header className="title">
      <HouseDrawing stage={build.stage} mark="waiting" size={72} label={stageWords[build.stage]()} />
      <div className="what">
        <h1>
          {household === null ? (
            m.household_station()
          ) : (
            <Link href={`/households/${household.id}`}>{household.fields.headName}</Link>
          )}
        </h1>
        <p className="soft">
          {[
            household === null ? '' : areas.title(household.fields.village),
            m.review_by({ name: by, day: dayWords(written, me?.today ?? written) }),
            sittingWords[sitting](),
            clockWords(clock),
          ]
            .filter((text) => text !== '')
            .join(' · ')}
        </p>
        {copied !== undefined && <p>{copiedWords(copied, 'measured')}</p>}
        <div>
          <Tag tone={verdict === 'passed' ? 'leaf' : verdict === 'failed' ? 'red' : 'amber'}>
            {verdictWords[verdict]()}
          </Tag>
        </div>
        {company !== '' && <p className="soft">{m.line_with({ names: company })}</p>}
        {mend && <p>{mend.by === null ? mend.what : `${mend.what} · ${dayWords(mend.by, me?.today ?? mend.by)}`}</p>}
        {reasons.length > 0 && (
          <ul className="points">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
      </div>
    </header>
  )
}
