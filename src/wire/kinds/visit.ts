import * as z from 'zod/mini'
import { day, name, text } from '../shapes.ts'
import { clockSaid, copied, dwelling, location, someone } from './common.ts'

/** One visit to a household, met or not; only a meeting counts as seen. */
export const visitRecorded = z.looseObject({
  date: day,
  outcome: z.enum(['met-head', 'met-other', 'away', 'not-receiving', 'moved', 'deceased']),
  met: z.optional(name),
  awayWhere: z.optional(z.enum(['field', 'working-far', 'unknown'])),
  with: z.optional(z.array(someone)),
  purposes: z.array(z.enum(['survey', 'mobilise', 'help-build', 'check', 'tell-result', 'deliver', 'other'])),
  findings: z.optional(text),
  needs: z.optional(
    z.array(
      z.looseObject({
        need: z.enum([
          'money',
          'cement',
          'sand-gravel',
          'labour',
          'transport',
          'levelling',
          'water',
          'papers',
          'other',
        ]),
        note: z.optional(text),
      }),
    ),
  ),
  next: z.optional(z.nullable(day)),
  language: z.optional(name),
  interpreter: z.optional(name),
  noticeRead: z.optional(z.boolean()),
  dwelling: z.optional(dwelling),
  dwellingSince: z.optional(day),
  oldHouseDown: z.optional(z.boolean()),
  told: z.optional(z.array(z.string())),
  location: z.optional(location),
  copied: z.optional(copied),
  clock: z.optional(clockSaid),
})

/** A note about its subject, that a review’s result was told to the family, or that other households are not this one. */
export const noteAdded = z.looseObject({
  text,
  about: z.optional(z.string()),
  told: z.optional(z.array(z.string())),
  different: z.optional(z.array(z.string())),
})
/** Takes back one entry of its own subject; `kind` must be the target’s. */
export const entryVoided = z.looseObject({ entry: z.string(), kind: z.string(), reason: text })
