/** A JPEG's head (SOI, SOF0, SOS) with bytes behind it that don't pack: enough for whoever reads sizes. */
export const jpeg = (seed: number, length: number): Uint8Array<ArrayBuffer> => {
  const head = [
    0xff,
    0xd8,
    0xff,
    0xc0,
    0,
    11,
    8,
    480 >> 8,
    480 & 255,
    640 >> 8,
    640 & 255,
    1,
    1,
    0x11,
    0,
    0xff,
    0xda,
    0,
    2,
  ]
  const bytes = new Uint8Array(length)
  let state = seed >>> 0
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    bytes[at] = state >>> 24
  }
  bytes.set(head)
  return bytes
}
