import type { BookState } from '../book/bookState.ts'
import type { Build, Check } from '../build/build.ts'
import { buildsOf } from '../build/buildView.ts'
import type { Day } from '../entries/communeBodies.ts'
import type { ChecklistPublished } from '../entries/districtBodies.ts'
import type { Checklists } from '../foundation/checklists.ts'
import { openChecks } from '../foundation/openChecks.ts'
import { wholeHousehold } from '../household/wholeHousehold.ts'
import { distanceMetres, pointOf } from '../place/distance.ts'
import { daysBetween } from '../time/day.ts'
import { photosAbout } from './photosAbout.ts'

/** What auditors of such programmes look for: shown, never a reason to block. */
export type Flag =
  | { flag: 'distance'; metres: number }
  | { flag: 'accuracy'; metres: number }
  | { flag: 'days'; days: number }
  | { flag: 'same-photo'; sha256: string }
  | { flag: 'gone'; items: number }
  | { flag: 'copied'; measuredBy: string; measuredOn: Day }

/** A check that waits for review; `tent`: the family lives in one meanwhile. */
export type Waiting = { check: Check; build: Build; flags: Flag[]; tent: boolean }

/** Days between two stages below which a stage came suspiciously soon. */
const tooFewDays = 3

/**
 * The latest unreviewed check of each sitting of each build: families in a tent first, then the oldest. What stayed
 * behind in this book when its household moved to another waits for nobody.
 */
export const reviewQueue = (state: BookState, checklists: Checklists): Waiting[] => {
  return buildsOf(state)
    .filter((build) => !stayedBehind(state, build))
    .flatMap((build) =>
      openChecks(build)
        .filter(({ status }) => status === 'waiting')
        .map((check) => ({
          check,
          build,
          flags: flagsOf(state, build, check, checklists),
          tent: inTent(state, build),
        })),
    )
    .sort(inReviewOrder)
}

export const inReviewOrder = (a: Waiting, b: Waiting): number =>
  Number(b.tent) - Number(a.tent) || (a.check.stamp < b.check.stamp ? -1 : 1)

const stayedBehind = (state: BookState, build: Build): boolean =>
  'household' in build.for && (wholeHousehold(state, build.for.household)?.movedTo ?? null) !== null

const inTent = (state: BookState, build: Build): boolean => {
  const household = 'household' in build.for ? wholeHousehold(state, build.for.household) : undefined
  return household?.living.dwelling === 'tent'
}

const flagsOf = (state: BookState, build: Build, check: Check, checklists: Checklists): Flag[] => [
  ...placeFlags(state, build, check, checklists(check.body.checklist.id, check.body.checklist.version)),
  ...dayFlags(build, check),
  ...unseenFlags(check),
  ...photosAbout(state, [build.id])
    .filter(({ body }) => (state.pictures.get(body.sha256)?.size ?? 0) > 1)
    .map(({ body }): Flag => ({ flag: 'same-photo', sha256: body.sha256 })),
]

/** What the recorder did not see with their own eyes there: no longer in sight, or copied from a sheet. */
const unseenFlags = ({ body: { answers, copied } }: Check): Flag[] => {
  const items = Object.values(answers).filter(({ gone }) => gone !== undefined).length
  return [
    ...(items > 0 ? [{ flag: 'gone' as const, items }] : []),
    ...(copied === undefined
      ? []
      : [{ flag: 'copied' as const, measuredBy: copied.measuredBy, measuredOn: copied.measuredOn }]),
  ]
}

const placeFlags = (
  state: BookState,
  build: Build,
  check: Check,
  checklist: ChecklistPublished | undefined,
): Flag[] => {
  const limits = checklist?.place
  const there = pointOf(check.body.location)
  const household = 'household' in build.for ? wholeHousehold(state, build.for.household) : undefined
  const home = pointOf(household?.fields.location)
  const flags: Flag[] = []
  const accuracy = (there as { accuracy?: number | null } | null)?.accuracy ?? null
  if (limits === undefined || there === null) return flags
  if (home !== null && distanceMetres(there, home) > limits.maxDistance) {
    flags.push({ flag: 'distance', metres: Math.round(distanceMetres(there, home)) })
  }
  if (accuracy !== null && accuracy > limits.maxAccuracy) flags.push({ flag: 'accuracy', metres: Math.round(accuracy) })
  return flags
}

const dayFlags = (build: Build, check: Check): Flag[] => {
  const begun = build.advances.findLast(({ stage }) => stage === 'foundation')?.date
  const days = begun === undefined ? null : daysBetween(begun, check.body.date)
  return days !== null && days >= 0 && days < tooFewDays && check.body.sitting === 'done'
    ? [{ flag: 'days', days }]
    : []
}
