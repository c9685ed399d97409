import type {
  Day,
  Dwelling,
  NeedCode,
  Someone,
  VisitOutcome,
  VisitPurpose,
  VisitRecorded,
} from '../entries/communeBodies.ts'
import { type CopiedDraft, copiedOf, dayOfRecord, measurerOf } from '../entries/copiedFromPaper.ts'
import { companyOf } from '../people/companions.ts'
import type { Person } from '../people/people.ts'
import type { Fix } from '../place/fix.ts'
import type { Location } from '../place/location.ts'
import { dayAfter } from '../time/dayAfter.ts'

/** When the next visit is: by a quick word, or a day of its own. */
export type NextVisit = 'none' | 'week' | 'two-weeks' | 'day'

/** A visit while it is being filled in. */
export type VisitDraft = {
  date: Day
  outcome: VisitOutcome | null
  met: string
  awayWhere: NonNullable<VisitRecorded['awayWhere']> | null
  purposes: VisitPurpose[]
  findings: string
  needs: NeedCode[]
  needNotes: { [need: string]: string }
  dwelling: Dwelling | null
  dwellingSince: string
  oldHouse: 'down' | 'stands' | null
  with: Someone[]
  companion: string
  language: string
  interpreter: string
  next: NextVisit
  nextDay: string
  told: boolean
  noticeRead: boolean
  fix: Fix | null
  copied: CopiedDraft | null
}

export const startVisit = (today: Day): VisitDraft => ({
  date: today,
  outcome: null,
  met: '',
  awayWhere: null,
  purposes: [],
  findings: '',
  needs: [],
  needNotes: {},
  dwelling: null,
  dwellingSince: '',
  oldHouse: null,
  with: [],
  companion: '',
  language: '',
  interpreter: '',
  next: 'none',
  nextDay: '',
  told: false,
  noticeRead: false,
  fix: null,
  copied: null,
})

/** The day of the next visit; counted from the day of this one. */
export const nextVisitDay = ({ next, nextDay, ...form }: VisitDraft): Day | null => {
  const date = dayOfRecord(form.date, form.copied)
  if (next === 'day') return nextDay === '' ? null : nextDay
  if (next === 'none' || Number.isNaN(Date.parse(date))) return null
  return dayAfter(date, next === 'week' ? 7 : 14)
}

type Around = {
  location: Location
  /** Reviews whose result the family was told of. */
  told: string[]
  /** Whom typed names may mean. */
  people?: readonly Person[]
  /** Taken for it. */
  photos?: Parameters<typeof copiedOf>[1]
}

/** The body that is judged and saved. */
export const visitOf = (
  draft: VisitDraft,
  outcome: VisitOutcome,
  { location, told, people = [], photos = [] }: Around,
): VisitRecorded => {
  const company = [...companyOf(draft, people), ...measurerOf(draft.copied)]
  const next = nextVisitDay(draft)
  return {
    date: dayOfRecord(draft.date, draft.copied),
    outcome,
    purposes: draft.purposes,
    // Where a sheet is copied is not where the family was met (decision 38).
    ...(draft.copied === null ? { location } : copiedOf(draft.copied, photos)),
    ...(outcome === 'met-other' ? { met: draft.met.trim() } : {}),
    ...(outcome === 'away' && draft.awayWhere !== null ? { awayWhere: draft.awayWhere } : {}),
    ...(filled(draft.findings) ? { findings: draft.findings.trim() } : {}),
    ...(draft.needs.length === 0 ? {} : { needs: draft.needs.map((need) => needOf(need, draft.needNotes[need])) }),
    ...(draft.dwelling === null ? {} : { dwelling: draft.dwelling }),
    ...(draft.dwelling !== null && draft.dwellingSince !== '' ? { dwellingSince: draft.dwellingSince } : {}),
    ...(draft.oldHouse === null ? {} : { oldHouseDown: draft.oldHouse === 'down' }),
    ...(company.length === 0 ? {} : { with: company }),
    ...(filled(draft.language) ? { language: draft.language.trim() } : {}),
    ...(filled(draft.interpreter) ? { interpreter: draft.interpreter.trim() } : {}),
    ...(next === null ? {} : { next }),
    ...(told.length === 0 ? {} : { told }),
    // Nobody heard it where nobody was met.
    ...(draft.noticeRead && (outcome === 'met-head' || outcome === 'met-other') ? { noticeRead: true } : {}),
  }
}

const filled = (text: string): boolean => text.trim() !== ''

const needOf = (need: NeedCode, note = ''): { need: NeedCode; note?: string } =>
  filled(note) ? { need, note: note.trim() } : { need }
