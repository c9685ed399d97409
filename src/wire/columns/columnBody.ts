import { ColumnReader } from './columnReader.ts'
import type { ColumnWriter } from './columnWriter.ts'
import { NotColumns } from './notColumns.ts'

/** The media type of a body in columns; `Accept` asks for it, the number is the form's. */
export const columnsType = 'application/vnd.mai-am.columns-1'

/** How the rest of a body lies: as it is, for whoever packs the whole of it on the line, or deflated (RFC 1951). */
const plainRest = 1
export const deflatedRest = 2

/** One byte says how the rest lies; then how long the bits are, the bits, the rest. */
export const joinBody = (how: number, bits: Uint8Array, rest: Uint8Array): Uint8Array<ArrayBuffer> => {
  const head = [how, ...countBytes(bits.length)]
  const body = new Uint8Array(head.length + bits.length + rest.length)
  body.set(head)
  body.set(bits, head.length)
  body.set(rest, head.length + bits.length)
  return body
}

/** Throws NotColumns. */
export const splitBody = (body: Uint8Array): { how: number; bits: Uint8Array; rest: Uint8Array } => {
  const [how = 0] = body
  if (how !== plainRest && how !== deflatedRest) throw new NotColumns('body')
  const { value: length, at } = countAt(body, 1)
  if (at + length > body.length) throw new NotColumns('cut')
  return { how, bits: body.subarray(at, at + length), rest: body.subarray(at + length) }
}

/** Bodies one behind the other, each after its length. */
export const joinParts = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const lengths = parts.map(({ length }) => countBytes(length))
  const all = new Uint8Array(parts.reduce((sum, { length }, at) => sum + length + (lengths[at]?.length ?? 0), 0))
  let end = 0
  for (const [at, part] of parts.entries())
    for (const bytes of [lengths[at] ?? [], part]) {
      all.set(bytes, end)
      end += bytes.length
    }
  return all
}

/** Throws NotColumns. */
export const splitParts = (body: Uint8Array): Uint8Array[] => {
  const parts: Uint8Array[] = []
  for (let from = 0; from < body.length; ) {
    const { value: length, at } = countAt(body, from)
    if (at + length > body.length) throw new NotColumns('cut')
    parts.push(body.subarray(at, at + length))
    from = at + length
  }
  return parts
}

const countBytes = (value: number): number[] =>
  value < 0x80 ? [value] : [(value % 0x80) + 0x80, ...countBytes(Math.floor(value / 0x80))]

const countAt = (body: Uint8Array, from: number): { value: number; at: number } => {
  let [value, unit] = [0, 1]
  for (let at = from; unit <= 2 ** 42; at += 1) {
    const byte = body[at]
    if (byte === undefined) break
    value += (byte & 0x7f) * unit
    unit *= 0x80
    if (byte < 0x80) return { value, at: at + 1 }
  }
  throw new NotColumns('cut')
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
