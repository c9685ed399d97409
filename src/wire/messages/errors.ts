import * as z from 'zod/mini'
import { count, moment } from '../shapes.ts'

/** Every refusal: a code for programs, a sentence for people. Some carry more (`time`, `max`, `supported`). */
export const errorAnswer = z.object({ error: z.string(), message: z.string() })
export type ErrorAnswer = z.infer<typeof errorAnswer>

export const errorCodes = [
  'bad-request',
  'columns',
  'unknown-device',
  'bad-signature',
  'clock',
  'replayed',
  'revoked',
  'not-your-role',
  'unknown-code',
  'not-found',
  'other-epoch',
  'too-large',
  'not-a-picture',
  'not-a-bundle',
  'bundle-damaged',
  'bundle-elsewhere',
  'bundle-unknown-author',
  'bundle-forged',
  'protocol',
  'too-many',
  'busy',
  'map-server',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** What this endpoint says today; a phone reads `errorAnswer`, for another endpoint may know other codes. */
export const saidError = z.object({
  error: z.enum(errorCodes),
  message: z.string(),
  time: z.optional(moment),
  max: z.optional(count),
})
