import type {
  BuildAdvanced,
  BuildAmended,
  BuildPlanned,
  ContributionRecorded,
  EntryVoided,
  FoundationChecked,
  FoundationReviewed,
  HouseholdAmended,
  HouseholdMerged,
  HouseholdMoved,
  HouseholdRegistered,
  NoteAdded,
  PhotoTaken,
  StationRegistered,
  VisitRecorded,
} from './communeBodies.ts'
import type { AreaDeclared, ChecklistPublished, FundApproved, PersonDeclared, TeamFormed } from './districtBodies.ts'

/** Every kind of entry that this version reads, with the shape of its body. All are at v 1. */
export type Bodies = {
  'household.registered': HouseholdRegistered
  'household.amended': HouseholdAmended
  'household.merged': HouseholdMerged
  'household.moved': HouseholdMoved
  'station.registered': StationRegistered
  'visit.recorded': VisitRecorded
  'build.planned': BuildPlanned
  'build.amended': BuildAmended
  'build.advanced': BuildAdvanced
  'foundation.checked': FoundationChecked
  'foundation.reviewed': FoundationReviewed
  'contribution.recorded': ContributionRecorded
  'photo.taken': PhotoTaken
  'note.added': NoteAdded
  'entry.voided': EntryVoided
  'area.declared': AreaDeclared
  'team.formed': TeamFormed
  'person.declared': PersonDeclared
  'checklist.published': ChecklistPublished
  'fund.approved': FundApproved
}

export type KnownKind = keyof Bodies
export type BodyOf<K extends KnownKind> = Bodies[K]

export const communeKinds = [
  'household.registered',
  'household.amended',
  'household.merged',
  'household.moved',
  'station.registered',
  'visit.recorded',
  'build.planned',
  'build.amended',
  'build.advanced',
  'foundation.checked',
  'foundation.reviewed',
  'contribution.recorded',
  'photo.taken',
  'note.added',
  'entry.voided',
] as const satisfies readonly KnownKind[]

export const districtKinds = [
  'area.declared',
  'team.formed',
  'person.declared',
  'checklist.published',
  'fund.approved',
  'note.added',
  'entry.voided',
] as const satisfies readonly KnownKind[]

const known: ReadonlySet<string> = new Set<string>([...communeKinds, ...districtKinds])

export const isKnownKind = (kind: string): kind is KnownKind => known.has(kind)

/** The greatest version of each kind's body that this build understands. */
export const greatestVersion = (_kind: KnownKind): number => 1
