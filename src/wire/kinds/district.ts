import * as z from 'zod/mini'
import { count, day, line, name } from '../shapes.ts'
import { words } from './common.ts'

/** A district, commune or village, with the days it was so named. */
export const areaDeclared = z.looseObject({
  area: z.string().check(z.maxLength(60)),
  title: name,
  level: z.enum(['district', 'commune', 'village']),
  word: z.optional(name),
  parent: z.optional(z.nullable(z.string())),
  border: z.optional(z.boolean()),
  from: z.optional(day),
  until: z.optional(day),
  successor: z.optional(z.string()),
  centre: z.optional(z.tuple([z.number(), z.number()])),
  book: z.optional(z.boolean()),
  trial: z.optional(z.boolean()),
})

/** A team and its people. */
export const teamFormed = z.looseObject({
  title: name,
  kind: z.enum(['steering-committee', 'support-team', 'working-group', 'inspection-team']),
  members: z.array(z.string()),
  areas: z.optional(z.array(z.string())),
})

/** Somebody whose id entries carry; written by the endpoint when they are invited. */
export const personDeclared = z.looseObject({
  person: z.string().check(z.minLength(1), z.maxLength(80)),
  name,
  phone: z.optional(z.nullable(z.string().check(z.maxLength(40)))),
  title: z.optional(z.nullable(name)),
  team: z.optional(z.nullable(z.string())),
})

const sitting = z.enum(['before-concrete', 'done'])
const bad = z.enum(['to-mend', 'failed', 'note'])
const item = {
  id: z.string().check(z.maxLength(60)),
  section: z.string(),
  sitting: z.optional(sitting),
  title: words,
  hint: z.optional(words),
  required: z.boolean(),
  drawing: z.optional(z.string()),
}
const checklistItem = z.union([
  z.looseObject({ ...item, kind: z.literal('yes-no'), well: z.optional(z.enum(['yes', 'no'])), bad }),
  z.looseObject({
    ...item,
    kind: z.literal('number'),
    unit: z.enum(['mm', 'cm', 'm', 'days', 'pieces', 'VND', 'degrees']),
    expected: z.optional(z.number()),
    min: z.optional(z.number()),
    max: z.optional(z.number()),
    tolerance: z.optional(z.number()),
    bad,
    decimals: z.optional(count),
    count: z.optional(count),
  }),
  z.looseObject({
    ...item,
    kind: z.literal('diagonals'),
    unit: z.literal('cm'),
    maxDifference: z.number(),
    length: z.string(),
    width: z.string(),
    bad,
  }),
  z.looseObject({
    ...item,
    kind: z.literal('choice'),
    options: z.array(z.looseObject({ id: z.string(), title: words, bad: z.optional(bad) })),
  }),
  z.looseObject({ ...item, kind: z.literal('text') }),
])

/** A version of a checklist; a check keeps the version it was made under. */
export const checklistPublished = z.looseObject({
  checklist: z.string(),
  version: z.number().check(z.int(), z.gte(1)),
  title: words,
  from: z.optional(day),
  sections: z.array(z.looseObject({ id: z.string(), title: words })),
  items: z.array(checklistItem),
  photos: z.array(
    z.looseObject({
      id: z.string(),
      title: words,
      hint: z.optional(words),
      required: z.boolean(),
      sitting: z.optional(sitting),
    }),
  ),
  signatures: z.array(z.looseObject({ id: z.string(), title: words, required: z.boolean() })),
  place: z.looseObject({ maxAccuracy: z.number(), maxDistance: z.number() }),
})

/** Money approved for foundations, in whole VND. */
export const fundApproved = z.looseObject({
  title: line,
  source: z.enum(['counterpart', 'donor']),
  vnd: count,
  decision: z.optional(line),
  date: day,
})
