import * as z from 'zod/mini'
import { base64url, bookRef, name, publicJwk, role, uuid4 } from '../shapes.ts'

/** `POST /api/enrol`: a code serves once; the same code, device and key again get the same answer. */
export const enrolRequest = z.object({
  code: z.string().check(z.minLength(1), z.maxLength(100)),
  device: z.object({ id: uuid4, name, model: name }),
  publicKey: publicJwk,
})
export type EnrolRequest = z.infer<typeof enrolRequest>

export const certificate = z.object({
  device: uuid4,
  publicKey: publicJwk,
  person: z.object({ id: z.string(), name: z.string() }),
  role,
  books: z.array(bookRef),
  issued: z.string(),
  sig: base64url,
})
export type Certificate = z.infer<typeof certificate>

export const enrolAnswer = z.object({
  device: uuid4,
  person: z.object({ id: z.string(), name: z.string() }),
  role,
  books: z.array(bookRef),
  endpoint: z.object({ epoch: z.string(), receiptKey: publicJwk, bundleKey: publicJwk }),
  certificate,
})
export type EnrolAnswer = z.infer<typeof enrolAnswer>

/** `POST /api/enrol/again`, signed with the device's key: an endpoint from an older backup meets its phone again. */
export const enrolAgainRequest = z.object({ certificate })
export const enrolAgainAnswer = z.object({ device: uuid4, confirmed: z.boolean() })
