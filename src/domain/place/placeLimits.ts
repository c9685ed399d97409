/**
 * From when on a place is remarked upon, in metres; nothing of it blocks. Wide for a visit, where the family may be met
 * in a field; a house is found again by its place, and mountain villages are long. A check's limits are its checklist's.
 */
export const placeLimits = {
  visit: { maxAccuracy: 100, maxDistance: 1_000 },
  house: { maxAccuracy: 50, maxDistance: 5_000 },
} as const
