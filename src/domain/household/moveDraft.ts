import { type Build, isOpen } from '../build/build.ts'
import type { BuildAmended, HouseholdFields, HouseholdRegistered } from '../entries/communeBodies.ts'
import type { BodyOf, KnownKind } from '../entries/kinds.ts'
import type { Household } from './household.ts'

/** Did the family leave, or does the same house belong to another commune's book? */
export type WhyMoved = 'family' | 'book'
/** What becomes of a house that is not handed over yet: built on in the new book, paused, given up. */
export type Onward = 'there' | 'paused' | 'given-up'

/** A move to another commune's book while it is filled in. `into`: the household there that this one is already, or ''. */
export type MoveDraft = {
  why: WhyMoved | null
  book: string
  village: string
  into: string
  onward: Onward | null
  reason: string
}

export const startMove = (there: { book: string; village: string; into: string } | null): MoveDraft => ({
  why: null,
  book: there?.book ?? '',
  village: there?.village ?? '',
  into: there?.into ?? '',
  onward: null,
  reason: '',
})

/** Who moves: the household, and all its builds, the last is the one that stands. */
export type Moving = { household: Household; builds: readonly Build[] }

/** New ids, and whether the household that it joins there has a build of its own. */
export type MoveIds = { household: string; build: string; builtThere: boolean }

type EntryOf<K extends KnownKind> = { book: string; kind: K; subject: string; body: BodyOf<K> }
export type MoveEntry = { [K in KnownKind]: EntryOf<K> }[KnownKind]

const whoTheyAre = [
  'headName',
  'gender',
  'birthYear',
  'otherName',
  'spouseName',
  'spouseBirthYear',
  'members',
  'ethnicity',
  'language',
  'phone',
] as const satisfies readonly (keyof HouseholdFields)[]
const whereTheyLive = ['landmark', 'wayIn', 'location'] as const satisfies readonly (keyof HouseholdFields)[]

/**
 * What goes along: who they are; where the house stands only where it is the same house. Poverty is each commune's own
 * list, and the notice was read of the old book's readers: both stay.
 */
export const carriedOf = ({ book, id, fields, living }: Household, draft: MoveDraft): HouseholdRegistered => {
  const same = draft.why === 'book'
  const known = [...whoTheyAre, ...(same ? whereTheyLive : [])].filter((field) => (fields[field] ?? '') !== '')
  return {
    ...(Object.fromEntries(known.map((field) => [field, fields[field]])) as Partial<HouseholdFields>),
    headName: fields.headName,
    village: draft.village.trim().normalize('NFC'),
    ...(same && living.dwelling !== 'unknown' ? { dwelling: living.dwelling } : {}),
    ...(same && living.since !== null ? { dwellingSince: living.since } : {}),
    ...(same && living.oldHouseDown !== null ? { oldHouseDown: living.oldHouseDown } : {}),
    from: { book, household: id },
  }
}

/**
 * All that one move writes, in this order: it stands in the new book before it leaves the old one, so that a hand-in
 * that breaks between shows it twice for a while and never nowhere. The last entry is `household.moved`.
 */
export const moveEntries = ({ household, builds }: Moving, draft: MoveDraft, ids: MoveIds): MoveEntry[] => {
  const { book, into, onward, why } = draft
  const reason = draft.reason.trim()
  const open = builds.filter(isOpen)
  const there = into === '' ? ids.household : into
  const goesOn = onward === 'there' && !ids.builtThere ? open.at(-1) : undefined
  return [
    { book, kind: 'household.registered', subject: ids.household, body: carriedOf(household, draft) },
    ...(into === '' ? [] : [merged(book, ids.household, into, reason)]),
    ...(goesOn === undefined ? [] : builtOn(goesOn, { book, for: there, id: ids.build, same: why === 'book' })),
    ...open.flatMap((build) => heldOf(build, onward ?? 'paused', reason)),
    {
      book: household.book,
      kind: 'household.moved',
      subject: household.id,
      body: { to: book, household: ids.household, reason },
    },
  ]
}

const merged = (book: string, subject: string, into: string, reason: string): MoveEntry => ({
  book,
  kind: 'household.merged',
  subject,
  body: { into, reason },
})

type There = { book: string; for: string; id: string; same: boolean }

/** A new build; of the same house with what was seen of it last. What was checked stays with the check. */
const builtOn = ({ fields, stage, since }: Build, there: There): MoveEntry[] => {
  const { book, id } = there
  const { type, work, model } = fields
  const planned: MoveEntry = {
    book,
    kind: 'build.planned',
    subject: id,
    body: { for: { household: there.for }, type, work, ...(model ? { model } : {}) },
  }
  if (!there.same || stage === 'planned' || since === null) return [planned]
  const seen = stage === 'foundation-checked' ? 'foundation' : stage
  return [planned, { book, kind: 'build.advanced', subject: id, body: { stage: seen, date: since } }]
}

/** In the old book nothing of it goes on. A pause that stands already is left as it was written. */
const heldOf = ({ book, id, fields, bases }: Build, onward: Onward, reason: string): MoveEntry[] => {
  const state = onward === 'paused' ? 'paused' : 'given-up'
  if (fields.hold?.state === state) return []
  const body: BuildAmended = { set: { hold: { value: { state, reason }, base: bases.hold ?? null } } }
  return [{ book, kind: 'build.amended', subject: id, body }]
}
