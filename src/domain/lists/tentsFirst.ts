import type { HouseholdRow } from './householdRows.ts'

type Lives = Pick<HouseholdRow, 'dwelling'>

/** Families in a tent come first everywhere; among equals a list keeps its order. */
export const tentsFirst = (a: Lives, b: Lives): number => Number(b.dwelling === 'tent') - Number(a.dwelling === 'tent')
