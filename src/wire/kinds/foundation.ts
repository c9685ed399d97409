import * as z from 'zod/mini'
import { day, name, text } from '../shapes.ts'
import { clockSaid, copied, location, someone } from './common.ts'

const answer = z.looseObject({
  value: z.optional(z.union([z.string().check(z.maxLength(4000)), z.number(), z.array(z.number())])),
  remark: z.optional(text),
  gone: z.optional(
    z.looseObject({ knownBy: z.enum(['family-photo', 'village-head', 'not-known']), note: z.optional(text) }),
  ),
})

const strokes = z.string().check(z.maxLength(2000))
const signature = z.looseObject({
  slot: z.string(),
  how: z.enum(['on-device', 'on-paper', 'fingerprint-on-paper', 'by-proxy', 'absent', 'declined']),
  name: z.optional(name),
  strokes: z.optional(strokes),
  proxy: z.optional(z.looseObject({ name, relation: name, strokes: z.optional(strokes) })),
  reason: z.optional(text),
  witness: z.optional(name),
})

/** One sitting of a foundation check, its answers in the items’ own units, its verdict as recorded. */
export const foundationChecked = z.looseObject({
  checklist: z.looseObject({ id: z.string(), version: z.number().check(z.int(), z.gte(1)) }),
  sitting: z.enum(['before-concrete', 'done']),
  date: day,
  answers: z.record(z.string(), answer),
  photos: z.record(z.string(), z.array(z.string())),
  signatures: z.optional(z.array(signature)),
  verdict: z.enum(['passed', 'to-mend', 'failed']),
  reasons: z.optional(z.array(z.looseObject({ item: z.string(), code: z.string() }))),
  mend: z.optional(z.looseObject({ what: text, by: z.nullable(day) })),
  remark: z.optional(text),
  with: z.optional(z.array(someone)),
  readAloud: z.optional(z.boolean()),
  answersReview: z.optional(z.string()),
  location: z.optional(location),
  copied: z.optional(copied),
  clock: z.optional(clockSaid),
})

/** Another person’s word on a check: accepted, or returned with what for and why. */
export const foundationReviewed = z.looseObject({
  check: z.string(),
  decision: z.enum(['accepted', 'returned']),
  returnFor: z.optional(z.enum(['supplement', 'mend'])),
  wanted: z.optional(z.array(z.string())),
  reason: z.optional(text),
})
