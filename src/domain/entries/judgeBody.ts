import { isDay } from '../time/day.ts'
import type {
  BuildAdvanced,
  BuildAmended,
  BuildPlanned,
  ContributionRecorded,
  CopiedFromPaper,
  Day,
  FoundationChecked,
  FoundationReviewed,
  HouseholdFields,
  HouseholdRegistered,
  NoteAdded,
  VisitRecorded,
} from './communeBodies.ts'
import { stages } from './communeBodies.ts'
import { judgeCopied } from './copiedFromPaper.ts'
import { judgeSignature } from './judgeSignature.ts'
import { isKnownKind, type KnownKind } from './kinds.ts'
import { accepted, type Judged, type Refusal, refused } from './refusal.ts'

/**
 * What a body must hold beyond its shape, the same at the phone (beside the field) and at the endpoint (`held`,
 * `invalid`). `today`: the day it is written, by the clock of who writes it; without it no day is called a later one.
 * Unknown kinds are not judged [I9].
 */
export const judgeBody = (kind: string, body: unknown, today?: Day): Judged<unknown> => {
  const refusals = isKnownKind(kind) ? [...(judges[kind]?.(body as never) ?? []), ...judgePaper(kind, body, today)] : []
  return refusals.length === 0 ? accepted(body) : refused(...refusals)
}

type Judge = (body: never) => Refusal[]

const ofPaper: ReadonlySet<KnownKind> = new Set<KnownKind>([
  'household.registered',
  'visit.recorded',
  'build.advanced',
  'foundation.checked',
  'contribution.recorded',
])

/** The day of a copied record is the day of its sheet: what is wrong with it is said there, once. */
const judgePaper = (kind: KnownKind, body: unknown, today: Day | undefined): Refusal[] =>
  ofPaper.has(kind) ? judgeCopied((body as { copied?: CopiedFromPaper }).copied, today) : []

const refusal = (field: string, code: string, detail?: Refusal['detail']): Refusal =>
  detail === undefined ? { field, code } : { field, code, detail }

const when = (wrong: boolean, field: string, code: string, detail?: Refusal['detail']): Refusal[] =>
  wrong ? [refusal(field, code, detail)] : []

const blank = (text: string | null | undefined): boolean => text === undefined || text === null || text.trim() === ''

const notADay = (day: string | null | undefined): boolean => day !== undefined && day !== null && !isDay(day)

/** Fields of a household, each judged alone, so that an amendment is judged by the same rule. */
const householdJudges: { [F in keyof HouseholdFields]-?: (value: HouseholdFields[F]) => Refusal[] } = {
  headName: (name) => when(blank(name), 'headName', 'name-missing'),
  gender: () => [],
  birthYear: (year) =>
    when(year != null && (!Number.isInteger(year) || year < 1900 || year > 2100), 'birthYear', 'birth-year'),
  otherName: () => [],
  spouseName: () => [],
  spouseBirthYear: (year) =>
    when(year != null && (!Number.isInteger(year) || year < 1900 || year > 2100), 'spouseBirthYear', 'birth-year'),
  village: (village) => when(blank(village), 'village', 'village-missing'),
  members: (count) =>
    when(count != null && (!Number.isInteger(count) || count < 1 || count > 40), 'members', 'members-range'),
  ethnicity: () => [],
  language: () => [],
  poverty: () => [],
  phone: (phone) => when(!blank(phone) && !/^[+\d][\d .-]{5,18}$/.test(phone ?? ''), 'phone', 'phone-form'),
  landmark: () => [],
  wayIn: () => [],
  location: () => [],
  dwelling: () => [],
  dwellingSince: (day) => when(notADay(day), 'dwellingSince', 'day-form'),
  oldHouseDown: () => [],
  note: () => [],
}

const judgeHousehold = (body: HouseholdRegistered): Refusal[] => [
  ...Object.entries(householdJudges).flatMap(([field, judge]) =>
    (judge as (value: unknown) => Refusal[])(body[field as keyof HouseholdFields]),
  ),
]

const judgeHouseholdAmended = ({ set }: { set: { [field: string]: { value: unknown } } }): Refusal[] => [
  ...when(Object.keys(set).length === 0, 'set', 'nothing-changed'),
  ...Object.entries(set).flatMap(([field, { value }]) =>
    field in householdJudges
      ? (householdJudges[field as keyof HouseholdFields] as (value: unknown) => Refusal[])(value)
      : [],
  ),
]

const judgeVisit = (body: VisitRecorded): Refusal[] => [
  ...when(!isDay(body.date), 'date', 'day-form'),
  ...when(body.outcome === 'met-other' && blank(body.met), 'met', 'met-who'),
  ...when(body.next != null && isDay(body.next) && body.next <= body.date, 'next', 'next-before'),
  ...when(notADay(body.next), 'next', 'day-form'),
  ...when(notADay(body.dwellingSince), 'dwellingSince', 'day-form'),
]

const judgePlanned = (body: BuildPlanned): Refusal[] => [
  ...when(notADay(body.plannedStart), 'plannedStart', 'day-form'),
  ...when(body.type === 'treatment-house' && !('station' in body.for), 'for', 'treatment-house-for-station'),
]

const judgeBuildAmended = ({ set }: BuildAmended): Refusal[] => [
  ...when(Object.keys(set).length === 0, 'set', 'nothing-changed'),
  ...when(set.hold?.value != null && blank(set.hold.value.reason), 'hold', 'hold-reason'),
]

const judgeAdvanced = (body: BuildAdvanced): Refusal[] => [
  ...when(!isDay(body.date), 'date', 'day-form'),
  ...when(!stages.includes(body.stage) || (body.stage as string) === 'foundation-checked', 'stage', 'stage-derived'),
]

const judgeChecked = (body: FoundationChecked): Refusal[] => [
  ...when(!isDay(body.date), 'date', 'day-form'),
  ...when(body.verdict === 'to-mend' && blank(body.mend?.what), 'mend', 'mend-what'),
  ...when(notADay(body.mend?.by), 'mendBy', 'day-form'),
  ...(body.signatures ?? []).flatMap(judgeSignature),
]

const judgeReviewed = (body: FoundationReviewed): Refusal[] => [
  ...when(body.decision === 'returned' && blank(body.reason), 'reason', 'return-reason'),
  ...when(body.decision === 'returned' && body.returnFor === undefined, 'returnFor', 'return-for'),
]

const mostVnd = 10_000_000_000

/** An answer has no amount: who counts it without knowing what it is adds nothing. */
const judgeContribution = (body: ContributionRecorded): Refusal[] =>
  body.sameAs?.of === undefined
    ? judgeAmount(body)
    : [
        ...when(!isDay(body.date), 'date', 'day-form'),
        ...when((body.vnd ?? body.days ?? body.what ?? body.quantity) !== undefined, 'sameAs', 'answer-amount'),
        ...when(blank(body.sameAs.of) || body.sameAs.of === body.sameAs.entry, 'sameAs', 'answer-about'),
      ]

const judgeAmount = (body: ContributionRecorded): Refusal[] => [
  ...when(!isDay(body.date), 'date', 'day-form'),
  ...when(body.form === 'money' && !(body.vnd !== undefined && body.vnd > 0), 'vnd', 'amount-missing'),
  ...when(
    body.vnd !== undefined && (!Number.isInteger(body.vnd) || body.vnd < 0 || body.vnd > mostVnd),
    'vnd',
    'amount-range',
  ),
  ...when(
    body.form === 'labour' && !(body.days !== undefined && body.days > 0 && body.days <= 1000),
    'days',
    'days-missing',
  ),
  ...when(body.form === 'material' && blank(body.what), 'what', 'material-what'),
  ...when(body.state === 'handed-over' && blank(body.to) && body.source !== 'family', 'to', 'handed-to'),
]

const judges: { [K in KnownKind]?: Judge } = {
  'household.registered': judgeHousehold,
  'household.amended': judgeHouseholdAmended,
  'visit.recorded': judgeVisit,
  'build.planned': judgePlanned,
  'build.amended': judgeBuildAmended,
  'build.advanced': judgeAdvanced,
  'foundation.checked': judgeChecked,
  'foundation.reviewed': judgeReviewed,
  'contribution.recorded': judgeContribution,
  'household.merged': ({ into }: { into: string }) => when(blank(into), 'into', 'into-missing'),
  'note.added': ({ text, told, different }: NoteAdded) =>
    when(blank(text) && !told?.length && !different?.length, 'text', 'text-missing'),
  'entry.voided': ({ reason }: { reason: string }) => when(blank(reason), 'reason', 'void-reason'),
}
