import type { Ack } from '../../wire/messages/sync.ts'
import { deliveryOf } from '../store/deliveryOf.ts'
import type { Delivery } from '../store/tables.ts'

/**
 * Where the entries of a push stand now, by the acks of a verified receipt. `sent` has the hash by id, in the order of
 * the push. Only the very id and hash that were sent count [I2]; an ack of anything else changes nothing.
 */
export const deliveriesOf = (
  acks: readonly Ack[],
  sent: ReadonlyMap<string, string>,
  nowMs: number,
): Map<string, Delivery> => {
  const deliveries = new Map<string, Delivery>()
  const order = [...sent.keys()]
  for (const [at, { id, hash, status, seq, stamp, code = '', detail = '' }] of acks.entries()) {
    // CASE 1: the endpoint could not read it, so it can't name it: its place in the push does. It stays here.
    const unnamed = order[at]
    if (id === null && status === 'refused' && acks.length === order.length && unnamed !== undefined) {
      deliveries.set(unnamed, { at: 'refused', code: code || 'unreadable' })
    }
    if (id === null || sent.get(id) !== hash) continue
    // CASE 2: named; it is said where it stands.
    const delivery = deliveryOf({ status, seq, stamp, code, detail }, nowMs)
    if (delivery !== null) deliveries.set(id, delivery)
  }
  return deliveries
}
