import type { Delivery } from './tables.ts'

/** What the endpoint said of one entry, by a verified receipt. */
type Said = {
  status: string
  seq?: number | undefined
  stamp?: string | undefined
  code?: string | undefined
  detail?: string | undefined
}

/** Where an entry stands by that word; null where it says nothing that changes anything. */
export const deliveryOf = ({ status, seq, stamp, code = '', detail = '' }: Said, nowMs: number): Delivery | null => {
  // CASE 1: durable in its book.
  if ((status === 'accepted' || status === 'duplicate') && seq !== undefined && stamp !== undefined)
    return { at: 'handed-in', seq, stamp, ms: nowMs }
  // CASE 2: durable in quarantine, with a reason for people [L6].
  if (status === 'held') return { at: 'held', code, detail }
  // CASE 3: over the size; it stays here, to be opened and exported.
  return status === 'refused' ? { at: 'refused', code } : null
}
