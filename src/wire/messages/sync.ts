import * as z from 'zod/mini'
import { stampedShape } from '../entry.ts'
import { base64url, bookId, bookRef, clock, count, sha256 } from '../shapes.ts'
import { certificate } from './enrol.ts'

/** A whole sealed page of others' entries, given back to an endpoint restored from an older backup. */
export const backPage = z.object({
  epoch: z.string(),
  book: bookId,
  from: z.number().check(z.int(), z.gte(1)),
  to: z.number().check(z.int(), z.gte(0)),
  entries: z.array(z.unknown()),
  seal: base64url,
})
export type BackPage = z.infer<typeof backPage>

/** `POST /api/sync`. Entries are judged one by one, so here they are only a list. */
export const syncRequest = z.object({
  protocol: z.number().check(z.int()),
  build: z.optional(z.string().check(z.maxLength(100))),
  epoch: z.optional(z.nullable(z.string())),
  push: z.optional(z.array(z.unknown())),
  settledSeen: z.optional(z.array(z.string())),
  back: z.optional(z.array(backPage)),
  pull: z.optional(z.record(z.string(), count)),
  limit: z.optional(z.number().check(z.int(), z.gte(1))),
  /** Of a body in columns: the first 16 hex digits of the hash of the pushed entries' hashes, one behind the other. */
  check: z.optional(z.string()),
})
export type SyncRequest = z.infer<typeof syncRequest>

export const heldCodes = [
  'invalid',
  'not-your-book',
  'not-your-role',
  'not-yours',
  'id-reused',
  'newer',
  'revoked',
  'forked',
] as const
export type HeldCode = (typeof heldCodes)[number]

export const ack = z.object({
  id: z.nullable(z.string()),
  hash: z.nullable(sha256),
  status: z.enum(['accepted', 'duplicate', 'held', 'refused']),
  seq: z.optional(z.number()),
  stamp: z.optional(clock),
  code: z.optional(z.string()),
  detail: z.optional(z.string()),
})
export type Ack = z.infer<typeof ack>

export const page = z.object({
  entries: z.array(stampedShape),
  from: z.number(),
  cursor: z.number(),
  more: z.boolean(),
  title: z.string(),
  digest: z.string(),
  seal: base64url,
})
export type Page = z.infer<typeof page>

export const settled = z.object({ id: z.string(), outcome: z.enum(['admitted', 'dismissed']), reason: z.string() })

/** What every answer to a push carries, whatever else went wrong: what is durable is receipted. */
const receipted = { acks: z.array(ack), upTo: count, receipt: base64url }

export const syncAnswer = z.object({
  protocol: z.number(),
  epoch: z.string(),
  time: z.string(),
  ...receipted,
  settled: z.array(settled),
  backedUp: z.nullable(z.string()),
  books: z.record(z.string(), page),
  backs: z.array(
    z.object({
      book: z.string(),
      from: z.number(),
      to: z.number(),
      status: z.enum(['taken', 'held']),
      code: z.optional(z.string()),
    }),
  ),
  certificate: z.optional(certificate),
  waiting: z.optional(z.literal(true)),
  scope: z.array(bookRef),
  gone: z.array(z.string()),
})
export type SyncAnswer = z.infer<typeof syncAnswer>

/** 409 `other-epoch`, 403 `revoked` and 426 `protocol`: the pull is refused, the push is durable. */
export const refusedPull = z.object({
  error: z.enum(['other-epoch', 'revoked', 'protocol']),
  message: z.optional(z.string()),
  ...receipted,
  epoch: z.optional(z.string()),
  wipe: z.optional(z.nullable(base64url)),
  supported: z.optional(z.array(z.number())),
})
export type RefusedPull = z.infer<typeof refusedPull>

/** The limits of one request; a whole sealed page given back may be larger. */
export const syncLimits = {
  packedBytes: 256 * 1024,
  unpackedBytes: 2 * 1024 * 1024,
  depth: 32,
  entries: 500,
  entryBytes: 64 * 1024,
  pageEntries: 20_000,
  backPackedBytes: 4 * 1024 * 1024,
  backUnpackedBytes: 32 * 1024 * 1024,
} as const
