import * as z from 'zod/mini'
import { bookId, day, line, name, text } from '../shapes.ts'
import { amendmentOf, copied, dwelling, location } from './common.ts'

const year = z.number().check(z.int())

/** What is known of a household, one field a fact. No identity number, ever. */
export const householdFields = {
  headName: name,
  gender: z.enum(['woman', 'man', 'unsaid']),
  birthYear: year,
  otherName: name,
  spouseName: name,
  spouseBirthYear: year,
  village: z.string().check(z.maxLength(60)),
  members: z.number().check(z.int(), z.gte(0), z.lte(99)),
  ethnicity: name,
  language: name,
  poverty: z.enum(['poor', 'near-poor', 'other', 'unknown']),
  phone: z.string().check(z.maxLength(40)),
  landmark: line,
  wayIn: text,
  location,
  dwelling,
  dwellingSince: day,
  oldHouseDown: z.boolean(),
  note: text,
}

const optional = Object.fromEntries(
  Object.entries(householdFields).map(([field, shape]) => [field, z.optional(z.nullable(shape as z.ZodMiniType))]),
)

/** Begins a household: all that is known of it, and where its history stands if it moved here. */
export const householdRegistered = z.looseObject({
  ...optional,
  headName: name,
  village: householdFields.village,
  from: z.optional(z.looseObject({ book: bookId, household: z.string() })),
  copied: z.optional(copied),
  noticeRead: z.optional(z.boolean()),
})
/** Changes fields of a household, each with the entry whose value was on the screen. */
export const householdAmended = amendmentOf(householdFields)
/** This household is another one. */
export const householdMerged = z.looseObject({ into: z.string(), reason: z.optional(text) })
/** This household’s book is another one from now on. */
export const householdMoved = z.looseObject({ to: bookId, reason: z.optional(text), household: z.optional(z.string()) })
/** A commune’s medical station, which can be given a treatment house. */
export const stationRegistered = z.looseObject({
  name,
  village: z.optional(z.nullable(z.string())),
  location: z.optional(z.nullable(location)),
  note: z.optional(z.nullable(text)),
})
