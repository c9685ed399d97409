import type { BookState } from '../book/bookState.ts'
import { unvoided } from '../book/unvoided.ts'
import { writtenBy } from '../book/writtenBy.ts'
import type { Found } from '../build/build.ts'
import { wholeBuilds } from '../build/wholeBuilds.ts'
import type { Day, FoundationChecked, FoundationReviewed } from '../entries/communeBodies.ts'
import { sheetPages } from '../entries/photosOfRecord.ts'
import type { Written } from '../household/household.ts'
import { householdOf } from '../household/householdView.ts'
import { membersOf } from '../household/wholeHousehold.ts'
import { dayOf } from '../time/day.ts'

/** One line of what happened at a household and its builds. `body` is the entry's, for the screen to put in words. */
export type TimelineLine = Written & {
  kind: string
  day: Day
  body: unknown
  /** What the check found that a review answers: accepted, it is that and no more. */
  found?: Found
  /** Photo ids of the pages of the sheet that it was copied from. */
  sheet?: readonly string[]
  /** Written about a household that was merged into this one: its head's name. */
  about?: string
}

const shown = new Set([
  'household.registered',
  'household.amended',
  'household.merged',
  'household.moved',
  'visit.recorded',
  'build.planned',
  'build.amended',
  'build.advanced',
  'foundation.checked',
  'foundation.reviewed',
  'contribution.recorded',
  'note.added',
])

/** Latest first, by the day it was seen, then by when it was written. */
export const timeline = (state: BookState, household: string): TimelineLine[] => {
  const members = membersOf(state, household)
  const subjects = [...members, ...wholeBuilds(state, household).map(({ id }) => id)]
  const entries = subjects.flatMap((subject) => unvoided(state.histories.get(subject) ?? []))
  const merged = new Map(members.slice(1).map((id) => [id, householdOf(state, id)?.fields.headName ?? '']))
  const checks = new Map<string, FoundationChecked>()
  for (const { id, kind, body } of entries) {
    if (kind === 'foundation.checked') checks.set(id, body as FoundationChecked)
  }
  return entries
    .filter(({ kind }) => shown.has(kind))
    .map((entry): TimelineLine => {
      const written = writtenBy(entry)
      const seen = (entry.body as { date?: Day } | null)?.date
      const found =
        entry.kind === 'foundation.reviewed' ? checks.get((entry.body as FoundationReviewed).check) : undefined
      const sheet = sheetPages(entry, state.histories.get(entry.subject) ?? [])
      return {
        ...written,
        kind: entry.kind,
        day: seen ?? dayOf(written.ms),
        body: entry.body,
        ...(found === undefined ? {} : { found }),
        ...(sheet.length === 0 ? {} : { sheet }),
        ...(merged.has(entry.subject) ? { about: merged.get(entry.subject) ?? '' } : {}),
      }
    })
    .sort((a, b) => (a.day === b.day ? (a.stamp < b.stamp ? 1 : -1) : a.day < b.day ? 1 : -1))
}
