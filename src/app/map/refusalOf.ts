import type { PackRefusal } from '../../domain/maps/packRefusal.ts'

/** What the endpoint's refusal of a question about maps means for a person; null: as if there were no signal. */
export const refusalOf = (status: number, code: string): PackRefusal | null => {
  // CASE 1: it is not there, or not for this phone: the two look alike.
  if (status === 404) return 'not-offered'
  // CASE 2: this phone's own standing.
  if (code === 'revoked') return 'revoked'
  if (status === 401) return code === 'replayed' ? null : 'unknown-device'
  // CASE 3: it asks for patience.
  if (status === 429 || status === 503) return 'busy'
  return status >= 500 ? null : 'protocol'
}
