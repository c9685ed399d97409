/** A visit with three photos: 300 KB each with their previews, and the entries. */
const visitBytes = 1_000_000
/** Browsers promise more than the phone has: above this many we only say "more than". */
export const mostVisitsSaid = 500

/** About how many visits still fit, rounded down to what can honestly be said. */
export const visitsThatFit = (freeBytes: number): number => {
  const visits = Math.floor(freeBytes / visitBytes)
  if (visits >= mostVisitsSaid) return mostVisitsSaid
  return visits < 20 ? visits : Math.floor(visits / 10) * 10
}
