import type { HouseholdFields } from '../entries/communeBodies.ts'
import { plainText } from '../names/plainText.ts'
import { type Point, pointOf } from '../place/distance.ts'

/** What households are known by, plain: without diacritics and capitals; empty where it isn't known. */
export type HouseholdFacts = {
  head: string
  other: string
  spouse: string
  book: string
  village: string
  landmark: string
  born: number | null
  point: Point | null
}

type Known = Pick<
  HouseholdFields,
  'headName' | 'otherName' | 'spouseName' | 'village' | 'landmark' | 'birthYear' | 'location'
>

/** `book`: only where households of several books are compared. */
export const householdFacts = (fields: Known, book = ''): HouseholdFacts => ({
  head: plainText(fields.headName),
  other: plainText(fields.otherName ?? ''),
  spouse: plainText(fields.spouseName ?? ''),
  book,
  village: plainText(fields.village),
  landmark: plainText(fields.landmark ?? ''),
  born: fields.birthYear ?? null,
  point: pointOf(fields.location),
})
