import * as z from 'zod/mini'
import { count, day, line, name, text } from '../shapes.ts'
import { amendmentOf, clockSaid, copied, location, someone } from './common.ts'

const hold = z.looseObject({ state: z.enum(['paused', 'given-up']), reason: text })

const buildFields = {
  type: z.enum(['house', 'treatment-house']),
  work: z.enum(['new', 'repair']),
  model: name,
  plannedStart: day,
  hold,
  location,
  note: text,
}

/** Begins a build for a household or a station. Fields: README.md, `build.planned`. */
export const buildPlanned = z.looseObject({
  for: z.union([z.looseObject({ household: z.string() }), z.looseObject({ station: z.string() })]),
  type: buildFields.type,
  work: buildFields.work,
  model: z.optional(z.nullable(name)),
  plannedStart: z.optional(z.nullable(day)),
  hold: z.optional(z.nullable(hold)),
  location: z.optional(z.nullable(location)),
  note: z.optional(z.nullable(text)),
})
/** Changes fields of a build, each with the entry whose value was on the screen. */
export const buildAmended = amendmentOf(buildFields)
/** A stage as somebody saw it; *foundation checked* is derived, never written. */
export const buildAdvanced = z.looseObject({
  stage: z.enum(['planned', 'foundation', 'kit-delivered', 'frame', 'closed-in', 'completed', 'handed-over']),
  date: day,
  note: z.optional(text),
  with: z.optional(z.array(someone)),
  location: z.optional(location),
  copied: z.optional(copied),
  clock: z.optional(clockSaid),
})

/** Money, material or labour for a foundation, promised or handed over. It adds up; it is never a field. */
export const contributionRecorded = z.looseObject({
  source: z.enum(['counterpart', 'donor', 'family', 'team']),
  form: z.enum(['money', 'material', 'labour']),
  state: z.enum(['promised', 'handed-over']),
  date: day,
  vnd: z.optional(count),
  days: z.optional(z.number().check(z.gte(0))),
  what: z.optional(line),
  quantity: z.optional(z.number().check(z.gte(0))),
  unit: z.optional(name),
  by: z.optional(name),
  to: z.optional(name),
  fulfils: z.optional(z.string()),
  sameAs: z.optional(z.looseObject({ entry: z.string(), same: z.boolean(), of: z.optional(z.string()) })),
  note: z.optional(text),
  copied: z.optional(copied),
  clock: z.optional(clockSaid),
})
