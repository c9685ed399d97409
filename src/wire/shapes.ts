import * as z from 'zod/mini'

/** Shapes that many messages share. Objects are loose: unknown fields survive unread [I9]. */
export const bookId = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/))
export const uuid7 = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/))
export const uuid4 = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/))
export const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))
export const base64url = z.string().check(z.regex(/^[A-Za-z0-9_-]*$/))
export const clock = z.string().check(z.regex(/^[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{8}$/))
export const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))
export const moment = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/))
export const text = z.string().check(z.maxLength(4000))
export const line = z.string().check(z.maxLength(400))
export const name = z.string().check(z.maxLength(200))
export const count = z.number().check(z.int(), z.gte(0))

/** A P-256 public key as JWK. */
export const publicJwk = z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: base64url, y: base64url })
export type PublicJwk = z.infer<typeof publicJwk>

export const role = z.enum(['recorder', 'inspector', 'district', 'admin'])
export const bookRef = z.object({ id: bookId, title: z.string() })
