import type { ZodMiniType } from 'zod/mini'
import type { KnownKind } from '../../domain/entries/kinds.ts'
import { buildAdvanced, buildAmended, buildPlanned, contributionRecorded } from './build.ts'
import { areaDeclared, checklistPublished, fundApproved, personDeclared, teamFormed } from './district.ts'
import { foundationChecked, foundationReviewed } from './foundation.ts'
import {
  householdAmended,
  householdMerged,
  householdMoved,
  householdRegistered,
  stationRegistered,
} from './household.ts'
import { photoTaken } from './photo.ts'
import { entryVoided, noteAdded, visitRecorded } from './visit.ts'

/** The shape of every known kind's body, v 1. What goes beyond shape is the domain's (`judgeBody`). */
export const bodyShapes: { readonly [K in KnownKind]: ZodMiniType } = {
  'household.registered': householdRegistered,
  'household.amended': householdAmended,
  'household.merged': householdMerged,
  'household.moved': householdMoved,
  'station.registered': stationRegistered,
  'visit.recorded': visitRecorded,
  'build.planned': buildPlanned,
  'build.amended': buildAmended,
  'build.advanced': buildAdvanced,
  'foundation.checked': foundationChecked,
  'foundation.reviewed': foundationReviewed,
  'contribution.recorded': contributionRecorded,
  'photo.taken': photoTaken,
  'note.added': noteAdded,
  'entry.voided': entryVoided,
  'area.declared': areaDeclared,
  'team.formed': teamFormed,
  'person.declared': personDeclared,
  'checklist.published': checklistPublished,
  'fund.approved': fundApproved,
}
