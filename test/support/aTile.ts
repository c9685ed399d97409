import { crc32, deflateSync } from 'node:zlib'

/** A real PNG, one colour all over: red, green, blue. */
export const aTile = (colour: readonly [number, number, number], side = 256): Buffer => {
  const row = Buffer.concat([Buffer.alloc(1), Buffer.concat(Array.from({ length: side }, () => Buffer.from(colour)))])
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  // 8 bits, truecolour.
  head.set([8, 2], 8)
  const pixels = deflateSync(Buffer.concat(Array.from({ length: side }, () => row)))
  const chunks = [chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks])
}

const chunk = (name: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
