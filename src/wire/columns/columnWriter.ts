import { NotColumns } from './notColumns.ts'

/**
 * Three streams side by side: `bits` for what can't be packed any further (ids, hashes, places), `bytes` for small
 * numbers, `text`. They lie one behind the other, so that whatever packs them meets like beside like.
 */
export class ColumnWriter {
  private bytes = new Uint8Array(1024)
  private byteCount = 0
  private bits = new Uint8Array(1024)
  private bitCount = 0
  private readonly texts: string[] = []

  byte(value: number): void {
    if (this.byteCount === this.bytes.length) this.bytes = grown(this.bytes)
    this.bytes[this.byteCount] = value
    this.byteCount += 1
  }

  /** 0 … 2^53 - 1, seven bits a byte, the lowest first. */
  count(value: number): void {
    let rest = value
    while (rest >= 0x80) {
      this.byte((rest % 0x80) + 0x80)
      rest = Math.floor(rest / 0x80)
    }
    this.byte(rest)
  }

  /** Any safe integer: small ones of both signs are short. */
  integer(value: number): void {
    // -2^53 + 1 doubled leaves the safe range, so the sign goes into the first byte with six bits of the number.
    const size = Math.abs(value)
    const first = (size % 0x40) * 2 + (value < 0 ? 1 : 0)
    this.byte(size < 0x40 ? first : first + 0x80)
    if (size >= 0x40) this.count(Math.floor(size / 0x40))
  }

  /** The lowest `width` bits of a number below 2^width, the highest first; width 0 … 32. */
  someBits(value: number, width: number): void {
    let left = width
    while (left > 0) {
      const place = this.bitCount >> 3
      if (place === this.bits.length) this.bits = grown(this.bits)
      const room = 8 - (this.bitCount & 7)
      const now = Math.min(room, left)
      const part = (value >>> (left - now)) & (0xff >> (8 - now))
      this.bits[place] = (this.bits[place] as number) | (part << (room - now))
      this.bitCount += now
      left -= now
    }
  }

  /** Its length in UTF-16 units goes to the bytes. Throws NotColumns of a lone surrogate, which no bytes can say. */
  string(value: string): void {
    if (!value.isWellFormed()) throw new NotColumns('text')
    this.count(value.length)
    this.texts.push(value)
  }

  /** What can't be packed any further, and the rest: how long the bytes are, the bytes, the text. */
  end(): { bits: Uint8Array<ArrayBuffer>; rest: Uint8Array<ArrayBuffer> } {
    const text = new TextEncoder().encode(this.texts.join(''))
    const head = new ColumnWriter()
    head.count(this.byteCount)
    const rest = new Uint8Array(head.byteCount + this.byteCount + text.length)
    rest.set(head.bytes.subarray(0, head.byteCount))
    rest.set(this.bytes.subarray(0, this.byteCount), head.byteCount)
    rest.set(text, head.byteCount + this.byteCount)
    return { bits: this.bits.slice(0, (this.bitCount + 7) >> 3), rest }
  }
}

const grown = (old: Uint8Array): Uint8Array<ArrayBuffer> => {
  const larger = new Uint8Array(old.length * 2)
  larger.set(old)
  return larger
}

declare const TextEncoder: new () => { encode(text: string): Uint8Array }
