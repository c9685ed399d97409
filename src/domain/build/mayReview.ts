import type { FoundationChecked } from '../entries/communeBodies.ts'

type Checked = { person: string; body: unknown }

/** What a person had to do with a check: they made it, they came along, or neither. */
export const partIn = (check: Checked, person: string): 'made' | 'joined' | null => {
  if (check.person === person) return 'made'
  const joined = (check.body as Partial<FoundationChecked> | null)?.with ?? []
  return joined.some((someone) => someone.person === person) ? 'joined' : null
}

/** Nobody reviews a check that they made or joined. */
export const mayReview = (check: Checked, person: string): boolean => partIn(check, person) === null
