import type { Entry } from '../../domain/entries/entry.ts'
import type { OwnEntry } from './tables.ts'

/** An entry as it goes to the endpoint: handed in again after a restore, it brings the stamp it once got. */
export const asHandedIn = ({ entry, delivery }: Pick<OwnEntry, 'entry' | 'delivery'>): Entry & { stamp?: string } =>
  delivery.at === 'waiting' && delivery.stamp !== undefined ? { ...entry, stamp: delivery.stamp } : entry
