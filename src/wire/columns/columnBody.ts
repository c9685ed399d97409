import { ColumnReader } from './columnReader.ts'
import { ColumnWriter } from './columnWriter.ts'
import { NotColumns } from './notColumns.ts'

/** The media type of a body in columns; `Accept` asks for it, the number is the form's. */
export const columnsType = 'application/vnd.mai-am.columns-1'

/** How the rest of a body lies: as it is, for whoever packs the whole of it on the line, or deflated (RFC 1951). */
const plainRest = 1
export const deflatedRest = 2

/** One byte says how the rest lies; then how long the bits are, the bits, the rest. */
export const joinBody = (how: number, bits: Uint8Array, rest: Uint8Array): Uint8Array<ArrayBuffer> => {
  const lengths = new ColumnWriter()
  lengths.byte(how)
  lengths.count(bits.length)
  const head = lengths.end().rest
  // The writer's own length comes first, one byte for so few.
  const body = new Uint8Array(head.length - 1 + bits.length + rest.length)
  body.set(head.subarray(1))
  body.set(bits, head.length - 1)
  body.set(rest, head.length - 1 + bits.length)
  return body
}

/** Throws NotColumns. */
export const splitBody = (body: Uint8Array): { how: number; bits: Uint8Array; rest: Uint8Array } => {
  const [how = 0] = body
  let [length, unit, at] = [0, 1, 1]
  for (;;) {
    const byte = body[at]
    if (byte === undefined || unit > 2 ** 40) throw new NotColumns('cut')
    at += 1
    length += (byte & 0x7f) * unit
    unit *= 0x80
    if (byte < 0x80) break
  }
  if ((how !== plainRest && how !== deflatedRest) || at + length > body.length) throw new NotColumns('body')
  return { how, bits: body.subarray(at, at + length), rest: body.subarray(at + length) }
}

/** A body whose rest lies as it is. */
export const plainBody = (out: ColumnWriter): Uint8Array<ArrayBuffer> => {
  const { bits, rest } = out.end()
  return joinBody(plainRest, bits, rest)
}

/** Of a body whose rest lies as it is. Throws NotColumns. */
export const readPlainBody = (body: Uint8Array, most: number): ColumnReader => {
  const { how, bits, rest } = splitBody(body)
  if (how !== plainRest) throw new NotColumns('deflated')
  return new ColumnReader(bits, rest, most)
}
