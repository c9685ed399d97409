import type { ColumnReader } from './columnReader.ts'
import type { ColumnWriter } from './columnWriter.ts'
import { NotColumns } from './notColumns.ts'
import { readNumbers, writeNumbers } from './numberColumn.ts'
import { areStrokes, readStrokes, writeStrokes } from './strokeColumn.ts'
import {
  areBase64,
  areHex,
  areSameDigits,
  base64Text,
  bytesOfBase64,
  bytesOfHex,
  daysOf,
  dayText,
  hexText,
  momentsOf,
  momentText,
  mostBytes,
} from './textShapes.ts'
import { isUuid, readUuids, type SeenUuids, writeUuids } from './uuidColumn.ts'
import { areFew, readList, readWord, writeList, writeWord } from './wordColumn.ts'

/** One way to write a column of texts, at least one. */
type Way = {
  fits(values: readonly string[]): boolean
  write(out: ColumnWriter, values: readonly string[], seen: SeenUuids): void
  read(from: ColumnReader, count: number, seen: SeenUuids): string[]
}

const uuids: Way = {
  fits: (values) => values.every(isUuid),
  write: (out, values, seen) => writeUuids(out, seen, values),
  read: (from, count, seen) => readUuids(from, seen, count),
}

const same: Way = {
  fits: (values) => values.every((value) => value === values[0]),
  write: (out, [first = '']) => writeWord(out, first),
  read: (from, count) => {
    const word = readWord(from)
    from.spend(word.length * count)
    return new Array<string>(count).fill(word)
  },
}

/** `YYYY-MM-DD` as days since 1970. */
const days: Way = {
  fits: (values) => daysOf(values) !== null,
  write: (out, values) => writeNumbers(out, daysOf(values) ?? []),
  read: (from, count) => {
    from.spend(count * 10)
    return readNumbers(from, count).map(dayText)
  },
}

/** `YYYY-MM-DDThh:mm:ss` with the same behind it in all: that, and local seconds since 1970. */
const moments: Way = {
  fits: (values) => momentsOf(values) !== null,
  write: (out, values) => {
    const said = momentsOf(values)
    writeWord(out, said?.zone ?? '')
    writeNumbers(out, said?.seconds ?? [])
  },
  read: (from, count) => {
    const zone = readWord(from)
    from.spend(count * (19 + zone.length))
    return readNumbers(from, count).map((seconds) => momentText(seconds, zone))
  },
}

const few: Way = {
  fits: areFew,
  write: (out, values) => writeList(out, values),
  read: (from, count) => readList(from, count),
}

/** As many digits in each: how many, and numbers. */
const digits: Way = {
  fits: areSameDigits,
  write: (out, values) => {
    out.count(values[0]?.length ?? 0)
    writeNumbers(out, values.map(Number))
  },
  read: (from, count) => {
    const length = from.count()
    if (length > 15) throw new NotColumns('digits')
    from.spend(count * length)
    return readNumbers(from, count).map((value) => String(value).padStart(length, '0'))
  },
}

const bytes = (
  fits: (values: readonly string[]) => boolean,
  bytesOf: (text: string) => Uint8Array,
  textOf: (bytes: Uint8Array) => string,
): Way => ({
  fits,
  write: (out, values) => {
    const each = values.map(bytesOf)
    writeNumbers(
      out,
      each.map(({ length }) => length),
    )
    for (const one of each) for (const byte of one) out.someBits(byte, 8)
  },
  read: (from, count) =>
    readNumbers(from, count).map((length) => {
      if (length < 0 || length > mostBytes) throw new NotColumns('bytes')
      from.spend(length * 2)
      return textOf(Uint8Array.from({ length }, () => from.someBits(8)))
    }),
})

const strokes: Way = {
  fits: (values) => values.every(areStrokes),
  write: (out, values) => writeStrokes(out, values),
  read: (from, count) => readStrokes(from, count),
}

const plain: Way = {
  fits: () => true,
  write: (out, values) => {
    for (const value of values) out.string(value)
  },
  read: (from, count) => {
    const values: string[] = []
    for (let left = count; left > 0; left -= 1) {
      const value = from.string()
      from.spend(value.length)
      values.push(value)
    }
    return values
  },
}

/** The first that fits is taken; its place in this list says which it was. */
const ways: readonly Way[] = [
  uuids,
  same,
  days,
  moments,
  few,
  digits,
  bytes(areHex, bytesOfHex, hexText),
  bytes(areBase64, bytesOfBase64, base64Text),
  strokes,
  plain,
]

/** Well-formed texts; both sides know how many. */
export const writeTexts = (out: ColumnWriter, seen: SeenUuids, values: readonly string[]): void => {
  if (values.length === 0) return
  const way = ways.findIndex((one) => one.fits(values))
  out.byte(way)
  ways[way]?.write(out, values, seen)
}

export const readTexts = (from: ColumnReader, seen: SeenUuids, count: number): string[] => {
  if (count === 0) return []
  from.spend(count)
  const way = ways[from.byte()]
  if (way === undefined) throw new NotColumns('texts')
  return way.read(from, count, seen)
}
