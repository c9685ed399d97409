import * as z from 'zod/mini'
import { bookId, clock, uuid4, uuid7 } from './shapes.ts'

/** An entry as it crosses the network. Loose: fields that this build does not know stay with it [I9]. */
export const entryShape = z.looseObject({
  id: uuid7,
  book: bookId,
  kind: z.string().check(z.regex(/^[a-z]+(\.[a-z-]+)+$/), z.maxLength(60)),
  v: z.number().check(z.int(), z.gte(1)),
  subject: uuid7,
  at: clock,
  device: uuid4,
  person: z.string().check(z.minLength(1), z.maxLength(80)),
  n: z.number().check(z.int(), z.gte(1)),
  body: z.unknown(),
})

/** An entry in a page: with what the endpoint adds. */
export const stampedShape = z.extend(entryShape, { seq: z.number().check(z.int(), z.gte(1)), stamp: clock })
