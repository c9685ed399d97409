/** A seeded chance: the same figures are measured over the same households, on every machine. */
export type Chance = {
  below(limit: number): number
  oneOf<One>(list: readonly One[]): One
  yes(share: number): boolean
}

export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { below, oneOf: (list) => list[below(list.length)] as (typeof list)[number], yes: (share) => next() < share }
}
