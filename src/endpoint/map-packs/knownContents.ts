import { hash } from 'node:crypto'

/** Contents remembered in each of two generations; some 60 MB when both are full. */
const mostInGeneration = 250_000

/**
 * Remembers which bytes were there before, by their SHA-256, each with a number. Memory is bounded: when
 * a generation is full the one before it is forgotten, but what was met again since (the empty forest, the sea) goes on.
 * Forgotten bytes are kept twice in the pack, which is no harm.
 */
export const knownContents = (most = mostInGeneration) => {
  let [young, old] = [new Map<string, number>(), new Map<string, number>()]
  const remember = (key: string, number: number) => {
    if (young.size >= most) {
      old = young
      young = new Map()
    }
    young.set(key, number)
  }
  return {
    /** The number that these bytes were given; where they are new (or forgotten) they are given `number`. */
    numberOf: (bytes: Uint8Array, number: number): number => {
      const key = hash('sha256', bytes, 'binary')
      const known = young.get(key) ?? old.get(key)
      if (known === undefined || !young.has(key)) remember(key, known ?? number)
      return known ?? number
    },
  }
}
