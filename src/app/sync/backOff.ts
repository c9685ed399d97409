const mostMs = 15 * 60_000
const firstMs = 5_000

/** Full jitter: `random(0, min(15 min, 5 s · 2^k))` after the k-th failure in a row; `chance` is 0 ≤ chance < 1. */
export const backOffMs = (failures: number, chance: number): number =>
  Math.floor(chance * Math.min(mostMs, firstMs * 2 ** Math.min(failures, 20)))
