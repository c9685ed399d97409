import * as z from 'zod/mini'
import { bookId, bookRef, name, role } from '../shapes.ts'

/** `POST /api/admin/invites` → a code that serves once. */
export const inviteRequest = z.object({
  person: z.object({ id: z.optional(z.string().check(z.maxLength(80))), name: name.check(z.minLength(1)) }),
  role,
  books: z.array(bookId),
  hours: z.optional(z.number().check(z.gt(0), z.lte(24 * 90))),
})
export type InviteRequest = z.infer<typeof inviteRequest>

export const inviteAnswer = z.object({
  code: z.string(),
  expires: z.string(),
  person: z.object({ id: z.string(), name: z.string() }),
})

export const deviceRow = z.object({
  id: z.string(),
  name: z.string(),
  model: z.string(),
  person: z.object({ id: z.string(), name: z.string() }),
  role,
  books: z.array(bookRef),
  lastSeen: z.nullable(z.string()),
  upTo: z.number(),
  gaps: z.array(z.number()),
  confirmed: z.boolean(),
  revoked: z.boolean(),
})
export const devicesAnswer = z.array(deviceRow)

export const deviceChange = z.object({ books: z.optional(z.array(bookId)), role: z.optional(role) })
export const deviceChangeAnswer = z.object({ device: z.string() })
export const revokeAnswer = z.object({ device: z.string(), revoked: z.literal(true) })
export const confirmAnswer = z.object({ device: z.string(), confirmed: z.literal(true) })
export const settleAnswer = z.object({ id: z.string(), outcome: z.enum(['admitted', 'dismissed']) })
export const revokeRequest = z.object({ wipe: z.boolean() })
export const reasonRequest = z.object({ reason: z.optional(z.string().check(z.maxLength(1000))) })

export const heldRow = z.object({
  id: z.string(),
  entry: z.nullable(z.string()),
  device: z.string(),
  person: z.string(),
  code: z.string(),
  detail: z.string(),
  arrived: z.string(),
  raw: z.unknown(),
})
export const heldAnswer = z.array(heldRow)

export const auditRow = z.object({
  at: z.string(),
  what: z.string(),
  who: z.nullable(z.string()),
  detail: z.unknown(),
})
export const auditAnswer = z.array(auditRow)
