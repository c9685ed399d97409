import type { Ack } from '../../wire/messages/sync.ts'
import type { Delivery } from '../store/tables.ts'

/**
 * Where the entries of a push stand now, by the acks of a verified receipt. Only the very id and hash that were sent
 * count [I2]; an ack of anything else changes nothing.
 */
export const deliveriesOf = (
  acks: readonly Ack[],
  sent: ReadonlyMap<string, string>,
  nowMs: number,
): Map<string, Delivery> => {
  const deliveries = new Map<string, Delivery>()
  for (const { id, hash, status, seq, stamp, code = '', detail = '' } of acks) {
    if (id === null || sent.get(id) !== hash) continue
    // CASE 1: durable in its book.
    if ((status === 'accepted' || status === 'duplicate') && seq !== undefined && stamp !== undefined) {
      deliveries.set(id, { at: 'handed-in', seq, stamp, ms: nowMs })
    }
    // CASE 2: durable in quarantine, with a reason for people [L6].
    if (status === 'held') deliveries.set(id, { at: 'held', code, detail })
    // CASE 3: over the size; it stays here, to be opened and exported.
    if (status === 'refused') deliveries.set(id, { at: 'refused', code })
  }
  return deliveries
}
