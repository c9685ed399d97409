import * as z from 'zod/mini'
import { count, line, moment, sha256 } from '../shapes.ts'
import { clockSaid, location } from './common.ts'

/** A picture’s capture record; its bytes travel apart and are known by their hash. */
export const photoTaken = z.looseObject({
  photo: z.string().check(z.maxLength(80)),
  sha256,
  bytes: count,
  width: count,
  height: count,
  mime: z.enum(['image/jpeg', 'image/webp']),
  preview: z.looseObject({ sha256, bytes: z.number().check(z.int(), z.gte(0), z.lte(20 * 1024)) }),
  thumbhash: z.string().check(z.maxLength(40)),
  takenAt: moment,
  clockOffset: z.optional(z.number().check(z.int())),
  clock: z.optional(clockSaid),
  location: z.optional(z.nullable(location)),
  slot: z.optional(z.string().check(z.maxLength(60))),
  caption: z.optional(line),
  source: z.enum(['camera', 'gallery', 'drawn']),
  consent: z.optional(z.boolean()),
  bytesKept: z.optional(z.literal(false)),
})
