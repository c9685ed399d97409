import type { ContributionRecorded, EntryVoided } from './communeBodies.ts'
import { communeKinds, districtKinds } from './kinds.ts'

export type Role = 'recorder' | 'inspector' | 'district' | 'admin'
export const roles = ['recorder', 'inspector', 'district', 'admin'] as const satisfies readonly Role[]

const recorderKinds: ReadonlySet<string> = new Set<string>([
  'household.registered',
  'household.amended',
  'station.registered',
  'visit.recorded',
  'build.planned',
  'build.amended',
  'build.advanced',
  'foundation.checked',
  'contribution.recorded',
  'photo.taken',
  'note.added',
  'entry.voided',
])
const inspectorKinds: ReadonlySet<string> = new Set(['foundation.reviewed', 'household.merged', 'household.moved'])
const inCommune: ReadonlySet<string> = new Set(communeKinds)
const inDistrict: ReadonlySet<string> = new Set(districtKinds)

/**
 * May this role write this entry there? A void is judged by the right to write what it takes back. Unknown kinds are
 * accepted from everybody in a book they may write [I9]; that a review is not of one's own check is judged with the
 * check at hand (`mayReview`).
 */
export const mayWrite = (role: Role, kind: string, body: unknown, book: 'commune' | 'district'): boolean => {
  const known = inCommune.has(kind) || inDistrict.has(kind)
  if (role === 'district' || role === 'admin')
    return !known || (book === 'commune' ? inCommune.has(kind) : inDistrict.has(kind))
  if (book === 'district') return false
  if (!known) return true
  if (kind === 'entry.voided') return mayVoid(role, body)
  if (kind === 'contribution.recorded') return mayContribute(body)
  if (recorderKinds.has(kind)) return true
  return role === 'inspector' && inspectorKinds.has(kind)
}

const mayVoid = (role: Role, body: unknown): boolean => {
  const target = (body as Partial<EntryVoided> | null)?.kind ?? ''
  // The contract judges a void by the kind alone: what the contribution was made of is not in the void.
  if (target === 'contribution.recorded') return true
  return target === 'entry.voided' || mayWrite(role, target, null, 'commune')
}

/** Counterpart and donor money is the office's; labour, material and the family's own share are the recorder's. */
const mayContribute = (body: unknown): boolean => {
  const { source, form } = (body ?? {}) as Partial<ContributionRecorded>
  return form !== 'money' || source === 'family'
}
