import { NotColumns } from './notColumns.ts'

/**
 * Reads the streams of `ColumnWriter` in the order they were written. Whatever it unfolds is counted against `most`
 * (characters and values of the JSON it stands for), so that a few bytes can't fill a memory. Throws NotColumns.
 */
export class ColumnReader {
  private readonly bits: Uint8Array
  private readonly bytes: Uint8Array
  private readonly text: string
  private bitAt = 0
  private byteAt = 0
  private textAt = 0
  private left: number

  constructor(bits: Uint8Array, rest: Uint8Array, most: number) {
    this.left = most
    this.bits = bits
    this.bytes = rest
    const length = this.count()
    const from = this.byteAt
    if (from + length > rest.length) throw new NotColumns('cut')
    this.bytes = rest.subarray(from, from + length)
    this.byteAt = 0
    this.text = textOf(rest.subarray(from + length))
  }

  byte(): number {
    const value = this.bytes[this.byteAt]
    if (value === undefined) throw new NotColumns('cut')
    this.byteAt += 1
    return value
  }

  count(): number {
    let value = 0
    let unit = 1
    for (;;) {
      const byte = this.byte()
      value += (byte & 0x7f) * unit
      if (value > Number.MAX_SAFE_INTEGER) throw new NotColumns('number')
      if (byte < 0x80) return value
      unit *= 0x80
      if (unit > 2 ** 50) throw new NotColumns('number')
    }
  }

  integer(): number {
    const first = this.byte()
    const rest = first < 0x80 ? 0 : this.count()
    const size = rest * 0x40 + ((first & 0x7f) >> 1)
    if (size > Number.MAX_SAFE_INTEGER) throw new NotColumns('number')
    return first & 1 ? -size : size
  }

  someBits(width: number): number {
    let value = 0
    let left = width
    while (left > 0) {
      const byte = this.bits[this.bitAt >> 3]
      if (byte === undefined) throw new NotColumns('cut')
      const room = 8 - (this.bitAt & 7)
      const now = Math.min(room, left)
      value = value * 2 ** now + ((byte >> (room - now)) & (0xff >> (8 - now)))
      this.bitAt += now
      left -= now
    }
    return value
  }

  string(): string {
    const length = this.count()
    if (this.textAt + length > this.text.length) throw new NotColumns('cut')
    const value = this.text.slice(this.textAt, this.textAt + length)
    this.textAt += length
    return value
  }

  /** From here on it may stand for no more than this. */
  atMost(most: number): void {
    this.left = Math.min(this.left, most)
  }

  /** Counts what was unfolded. */
  spend(amount: number): void {
    this.left -= amount
    if (this.left < 0) throw new NotColumns('too much')
  }

  /** True when all that was written has been read. */
  isAtEnd(): boolean {
    return (
      this.byteAt === this.bytes.length && this.textAt === this.text.length && this.bitAt + 8 > this.bits.length * 8
    )
  }
}

const textOf = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new NotColumns('text')
  }
}

declare const TextDecoder: new (label: string, options: object) => { decode(bytes: Uint8Array): string }
