import { Link } from 'wouter'
import { markOf } from '../../../domain/build/buildView.ts'
import type { BuildAdvanced, FoundationReviewed, VisitRecorded } from '../../../domain/entries/communeBodies.ts'
import type { TimelineLine } from '../../../domain/lists/timeline.ts'
import { outcomeWords, stageWords } from '../../../language/codeWords.ts'
import { dayWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { HouseDrawing } from '../../../ui/HouseDrawing.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { planBuild } from '../../record/planBuild.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'
import { useHousehold } from '../../store/queries/useHousehold.ts'
import { useMe } from '../../store/queries/useMe.ts'
import { usePeople } from '../../store/queries/usePeople.ts'

/** A household's page: who, where the house stands, what happened. */
export const HouseholdScreen = ({ id }: { id: string }) => {
  const page = useHousehold(id)
  const areas = useAreas()
  const store = useStore()
  const plan = (book: string, owner: string) =>
    planBuild(store, book, { for: { household: owner }, type: 'house', work: 'new' })
  if (page === null) {
    return (
      <main className="screen" id="content">
        <Notice tone="amber">{m.household_gone()}</Notice>
        <Link className="button" href="/households">
          {m.household_back()}
        </Link>
      </main>
    )
  }
  const { household, builds, lines } = page
  const { fields, conflicts } = household
  const build = builds.at(-1)
  const stage = build?.stage ?? 'planned'
  const about = [
    areas.title(fields.village),
    fields.members && m.household_members({ count: fields.members }),
    fields.spouseName && m.household_spouse({ name: fields.spouseName }),
  ]
  return (
    <main className="screen" id="content">
      <Link href="/households">‹ {m.household_back()}</Link>
      <header className="row">
        <HouseDrawing
          stage={stage}
          mark={build === undefined ? 'none' : markOf(build)}
          treatment={build?.fields.type === 'treatment-house'}
          size={96}
          label={stageWords[stage]()}
        />
        <div className="what stack">
          <div>
            <h1>{fields.headName}</h1>
            <p className="soft">{about.filter(Boolean).join(' · ')}</p>
          </div>
          <div>
            <Tag tone={stage === 'planned' || stage === 'foundation' ? 'indigo' : 'leaf'}>
              {build === undefined ? m.stage_none() : stageWords[stage]()}
            </Tag>
          </div>
        </div>
      </header>
      <div className="side-by-side">
        <Link className="button main" href={`/households/${household.id}/visit`}>
          {m.household_visit()}
        </Link>
        {build === undefined ? (
          <button type="button" className="button" onClick={() => void plan(household.book, household.id)}>
            {m.build_plan()}
          </button>
        ) : (
          <Link className="button" href={`/builds/${build.id}/check`}>
            {m.build_check()}
          </Link>
        )}
        {fields.phone && (
          <a className="button" href={`tel:${fields.phone.replace(/[^+\d]/g, '')}`}>
            {m.household_phone({ phone: fields.phone })}
          </a>
        )}
      </div>
      {conflicts.map(({ field }) => (
        <Notice key={field} tone="amber">
          {m.household_conflict({ field })}
        </Notice>
      ))}
      {fields.wayIn && (
        <section className="card">
          <h2>{m.household_way()}</h2>
          <p>{fields.wayIn}</p>
        </section>
      )}
      <section className="stack" aria-labelledby="lines">
        <h2 id="lines">{m.household_timeline()}</h2>
        <ol className="timeline">
          {lines.map((line) => (
            <Line key={line.entry} line={line} />
          ))}
        </ol>
      </section>
    </main>
  )
}

const Line = ({ line }: { line: TimelineLine }) => {
  const people = usePeople()
  const me = useMe()
  const who = people.get(line.person)?.name ?? ''
  return (
    <li>
      <strong>{lineWords(line)}</strong>{' '}
      <span className="soft">
        {[who, dayWords(line.day, me?.today ?? line.day)].filter(Boolean).join(' · ')}
        {line.pending && ` · ${m.household_pending()}`}
      </span>
      {detailOf(line) && <p className="soft">{detailOf(line)}</p>}
    </li>
  )
}

const lineWords = ({ kind, body }: TimelineLine): string => {
  switch (kind) {
    case 'household.registered':
      return m.line_registered()
    case 'household.amended':
      return m.line_amended()
    case 'visit.recorded':
      return outcomeWords[(body as VisitRecorded).outcome]()
    case 'build.planned':
      return m.line_planned()
    case 'build.advanced':
      return stageWords[(body as BuildAdvanced).stage]()
    case 'foundation.checked':
      return m.line_checked()
    case 'foundation.reviewed': {
      const { decision, reason = '' } = body as FoundationReviewed
      return decision === 'accepted' ? m.line_accepted() : m.line_returned({ reason })
    }
    case 'contribution.recorded':
      return m.line_contribution()
    default:
      return m.line_note()
  }
}

const detailOf = ({ kind, body }: TimelineLine): string | undefined => {
  if (kind === 'visit.recorded') return (body as VisitRecorded).findings
  if (kind === 'note.added') return (body as { text: string }).text
  return undefined
}
