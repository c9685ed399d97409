import type { Ack } from '../../wire/messages/sync.ts'
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
    // CASE 2: durable in its book.
    if ((status === 'accepted' || status === 'duplicate') && seq !== undefined && stamp !== undefined) {
      deliveries.set(id, { at: 'handed-in', seq, stamp, ms: nowMs })
    }
    // CASE 3: durable in quarantine, with a reason for people [L6].
    if (status === 'held') deliveries.set(id, { at: 'held', code, detail })
    // CASE 4: over the size; it stays here, to be opened and exported.
    if (status === 'refused') deliveries.set(id, { at: 'refused', code })
  }
  return deliveries
}
