import * as z from 'zod/mini'
import { day, line, name } from '../shapes.ts'

export const someone = z.looseObject({ person: z.optional(z.string().check(z.maxLength(80))), name })
export const copied = z.looseObject({ measuredBy: name, measuredOn: day, sheet: z.optional(z.string()) })
/** The phone's clock was doubtful: the day somebody answered, and what was added to the clock, in seconds. */
export const clockSaid = z.looseObject({ day: z.nullable(day), offset: z.number().check(z.int()) })
export const dwelling = z.enum(['old-house', 'tent', 'lodging', 'new-house', 'unknown'])

export const location = z.union([
  z.looseObject({
    lat: z.number().check(z.gte(-90), z.lte(90)),
    lon: z.number().check(z.gte(-180), z.lte(180)),
    accuracy: z.nullable(z.number().check(z.gte(0))),
    age: z.optional(z.number().check(z.gte(0))),
    by: z.enum(['gps', 'map', 'typed']),
    altitude: z.optional(z.number()),
  }),
  z.looseObject({ missing: z.enum(['no-fix', 'denied', 'unavailable']) }),
])

const change = <Value extends z.ZodMiniType>(value: Value) => z.looseObject({ value, base: z.nullable(z.string()) })

/** Per field of `fields`: the new value, and the entry whose value was on the screen. Unknown fields pass [I9]. */
export const amendmentOf = (fields: { [field: string]: z.ZodMiniType }) =>
  z.looseObject({
    set: z.catchall(
      z.object(
        Object.fromEntries(
          Object.entries(fields).map(([field, shape]) => [field, z.optional(change(z.nullable(shape)))]),
        ),
      ),
      change(z.unknown()),
    ),
    settles: z.optional(z.array(z.string())),
  })

export const words = z.looseObject({ vi: line, en: line })
