/**
 * SHA-256 (FIPS 180-4) that can be laid down after any byte and taken up again, in another thread or on another day:
 * the browser's own only hashes what is there whole. `rest`: bytes that don't fill a block of 64 yet.
 */
export type HashState = { words: number[]; rest: Uint8Array<ArrayBuffer>; bytes: number }

export const hashOfNothing = (): HashState => ({
  words: [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19],
  rest: new Uint8Array(0),
  bytes: 0,
})

/** The state after these bytes too; the one before is left as it is. */
export const hashedOn = ({ words, rest, bytes }: HashState, more: Uint8Array<ArrayBuffer>): HashState => {
  const next = Int32Array.from(words)
  // What is missing to a whole block comes first; from there on the bytes are read where they lie.
  const filling = rest.length === 0 ? 0 : Math.min(more.length, blockBytes - rest.length)
  const first = joined(rest, more.subarray(0, filling))
  if (first.length === blockBytes) takeBlocks(next, first)
  const whole = (more.length - filling) & -blockBytes
  takeBlocks(next, more.subarray(filling, filling + whole))
  const left = first.length === blockBytes ? more.slice(filling + whole) : joined(first, more.subarray(filling + whole))
  return { words: Array.from(next), rest: left, bytes: bytes + more.length }
}

/** The finished hash, lower-case hex. */
export const hashHex = ({ words, rest, bytes }: HashState): string => {
  const padded = new Uint8Array(rest.length < blockBytes - 8 ? blockBytes : 2 * blockBytes)
  padded.set(rest)
  padded[rest.length] = 0x80
  new DataView(padded.buffer).setBigUint64(padded.length - 8, BigInt(bytes) * 8n)
  const last = Int32Array.from(words)
  takeBlocks(last, padded)
  return Array.from(last, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

const blockBytes = 64
/** Fractions of the cube roots of the first 64 primes. */
const constants = Int32Array.from([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
])
const schedule = new Int32Array(64)

const joined = (before: Uint8Array, after: Uint8Array): Uint8Array<ArrayBuffer> => {
  const both = new Uint8Array(before.length + after.length)
  both.set(before)
  both.set(after, before.length)
  return both
}

/** Whole blocks, into `words`. The letters are the standard's. */
const takeBlocks = (words: Int32Array, blocks: Uint8Array): void => {
  const view = new DataView(blocks.buffer, blocks.byteOffset, blocks.length)
  for (let at = 0; at < blocks.length; at += blockBytes) {
    fillSchedule(view, at)
    let a = words[0] as number
    let b = words[1] as number
    let c = words[2] as number
    let d = words[3] as number
    let e = words[4] as number
    let f = words[5] as number
    let g = words[6] as number
    let h = words[7] as number
    for (let round = 0; round < 64; round += 1) {
      const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
      const choice = (e & f) ^ (~e & g)
      const t1 = (h + s1 + choice + (constants[round] as number) + (schedule[round] as number)) | 0
      const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + t1) | 0
      d = c
      c = b
      b = a
      a = (t1 + t2) | 0
    }
    add(words, 0, a)
    add(words, 1, b)
    add(words, 2, c)
    add(words, 3, d)
    add(words, 4, e)
    add(words, 5, f)
    add(words, 6, g)
    add(words, 7, h)
  }
}

/** A list made for every 64 bytes would cost three quarters of the speed. */
const add = (words: Int32Array, place: number, word: number): void => {
  words[place] = (words[place] as number) + word
}

const fillSchedule = (view: DataView, at: number): void => {
  for (let word = 0; word < 16; word += 1) schedule[word] = view.getInt32(at + word * 4)
  for (let word = 16; word < 64; word += 1) {
    const x = schedule[word - 15] as number
    const y = schedule[word - 2] as number
    const s0 = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3)
    const s1 = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10)
    schedule[word] = (schedule[word - 16] as number) + s0 + (schedule[word - 7] as number) + s1
  }
}

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by))
