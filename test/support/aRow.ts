import type { HouseholdRow } from '../../src/domain/lists/householdRows.ts'

/** A household as lists and the map hold it: where nothing is said, one that nothing is known of. */
export const aRow = (fields: Partial<HouseholdRow> & { id: string }): HouseholdRow => ({
  book: '40-417-16822',
  village: 'v1',
  headName: `Lô Văn ${fields.id}`,
  tellApart: null,
  build: null,
  stage: 'planned',
  mark: 'none',
  dwelling: 'unknown',
  dwellingSince: null,
  standing: 'here',
  lastMet: null,
  lastVisit: null,
  next: null,
  point: null,
  wayIn: null,
  pending: false,
  plain: '',
  ...fields,
})
