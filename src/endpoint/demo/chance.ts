import { createHash } from 'node:crypto'

/** Chance from a text: the same text gives the same on every machine, whatever was drawn before elsewhere. */
export type Chance = {
  /** From 0 (included) to 1 (not included). */
  fraction(): number
  /** A whole number, both ends included. */
  between(least: number, most: number): number
  pick<T>(all: readonly T[]): T
  /** One of the keys, by weight. */
  weighted<K extends string>(weights: { readonly [key in K]: number }): K
  happens(probability: number): boolean
  /** `bytes` as lower-case hex. */
  hex(bytes: number): string
}

/** sfc32 (Chris Doty-Humphrey), seeded by SHA-256 of the text. */
export const chanceOf = (text: string): Chance => {
  const seed = createHash('sha256').update(text).digest()
  let [a, b, c, d] = [seed.readInt32LE(0), seed.readInt32LE(4), seed.readInt32LE(8), seed.readInt32LE(12)]
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  const fraction = () => next() / 2 ** 32
  const between = (least: number, most: number) => least + Math.floor(fraction() * (most - least + 1))
  return {
    fraction,
    between,
    pick: (all) => all[between(0, all.length - 1)] as (typeof all)[number],
    weighted: (weights) => {
      const entries = Object.entries(weights) as [keyof typeof weights, number][]
      let left = fraction() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [key, weight] of entries) {
        left -= weight
        if (left < 0) return key
      }
      return entries.at(-1)?.[0] as keyof typeof weights
    },
    happens: (probability) => fraction() < probability,
    hex: (bytes) => Array.from({ length: bytes }, () => (next() & 0xff).toString(16).padStart(2, '0')).join(''),
  }
}

/** A UUIDv7 of a moment (ms since 1970). */
export const demoId = (chance: Chance, ms: number): string => {
  const time = ms.toString(16).padStart(12, '0')
  const hex = chance.hex(10)
  const variant = '89ab'[Number.parseInt(hex[3] ?? '0', 16) & 3]
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`
}

/** A UUIDv4. */
export const demoDeviceId = (chance: Chance): string => {
  const hex = chance.hex(16)
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) & 3]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}
