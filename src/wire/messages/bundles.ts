import * as z from 'zod/mini'
import { base64url, count, sha256, uuid4 } from '../shapes.ts'
import { ack } from './sync.ts'

/**
 * `POST /api/bundles`: what became of a whole bundle, addressed to its author. `bundle` is the file's digest, `photos` the
 * hashes of its pictures that are durable here; the receipt is over all of it.
 */
export const bundleAnswer = z.object({
  device: uuid4,
  epoch: z.string(),
  bundle: sha256,
  acks: z.array(ack),
  upTo: count,
  photos: z.array(sha256),
  receipt: base64url,
})
export type BundleAnswer = z.infer<typeof bundleAnswer>
