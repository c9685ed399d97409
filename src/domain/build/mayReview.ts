import type { FoundationChecked } from '../entries/communeBodies.ts'

/** Nobody reviews a check that they made or joined. */
export const mayReview = (check: { person: string; body: unknown }, person: string): boolean => {
  const joined = (check.body as Partial<FoundationChecked> | null)?.with ?? []
  return check.person !== person && !joined.some((someone) => someone.person === person)
}
