/** A JPEG's head (SOI, SOF0 of the given size, SOS) with bytes behind it: enough for whoever reads sizes. */
export const aPicture = (seed: number, length = 3000, width = 640, height = 480): Buffer => {
  const size = [height >> 8, height & 255, width >> 8, width & 255]
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, ...size, 1, 1, 0x11, 0, 0xff, 0xda, 0, 2])
  return Buffer.concat([head, Buffer.alloc(length - head.length, seed)])
}
