/** Bytes that a varint of a whole number up to 2^53 can take. */
export const mostVarintBytes = 8

/** Writes a whole number, 0 to 2^53, seven bits a byte, the lowest first; gives back where the next one goes. */
export const writeVarint = (bytes: Uint8Array, at: number, value: number): number => {
  let left = value
  let next = at
  // Beyond 32 bits the operators of bits don't reach.
  while (left >= 0x80) {
    bytes[next] = (left % 0x80) | 0x80
    left = Math.floor(left / 0x80)
    next += 1
  }
  bytes[next] = left
  return next + 1
}
