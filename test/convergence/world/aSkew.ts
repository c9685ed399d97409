import type { Chance } from '../../bench/chance.ts'

const dayMs = 86_400_000
const yearMs = 365 * dayMs

/** Up to ten years either way; mostly minutes. */
export const aSkew = (chance: Chance): number =>
  chance.oneOf([0, 0, 1, -1, 1, -1]) *
  chance.oneOf([60_000, 11 * 60_000, dayMs, 10 * yearMs, chance.below(10 * yearMs)])
