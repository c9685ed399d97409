import type { FoldedEntry } from '../../domain/entries/entry.ts'
import type { OwnEntry } from './tables.ts'

/** An entry of this device as the fold takes it. */
export const foldedOwn = ({ entry, delivery }: Pick<OwnEntry, 'entry' | 'delivery'>): FoldedEntry =>
  delivery.at === 'handed-in'
    ? { ...entry, seq: delivery.seq, stamp: delivery.stamp }
    : // [I6] What is handed in again keeps the stamp it once got, here too.
      { ...entry, seq: null, stamp: (delivery.at === 'waiting' ? delivery.stamp : undefined) ?? entry.at }
