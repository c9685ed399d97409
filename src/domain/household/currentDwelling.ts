import type { Dwelling } from '../entries/communeBodies.ts'
import type { Household } from './household.ts'

/** Where the family lives: what the latest visit that says so saw, else what was registered. */
export const currentDwelling = ({ visits, fields }: Household): Dwelling =>
  visits.find(({ body }) => body.dwelling !== undefined)?.body.dwelling ?? fields.dwelling ?? 'unknown'
