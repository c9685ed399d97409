import type { ColumnReader } from './columnReader.ts'
import type { ColumnWriter } from './columnWriter.ts'
import { NotColumns } from './notColumns.ts'
import { readNumbers, writeNumbers } from './numberColumn.ts'

/** UUIDs of one body in the order of their first appearance: one that stood before is said by how far back. */
export type SeenUuids = { readonly list: string[]; readonly at: Map<string, number> }

export const noUuids = (): SeenUuids => ({ list: [], at: new Map() })

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const timed = /^.{14}7.{4}[89ab]/
const random = /^.{14}4.{4}[89ab]/

export const isUuid = (text: string): boolean => text.length === 36 && shape.test(text)

const anyVersion = 0
const version4 = 4
const version7 = 7

/** Lower-case UUIDs: how far back those stand that came before, then the new ones; version 7 by time and what is random. */
export const writeUuids = (out: ColumnWriter, seen: SeenUuids, values: readonly string[]): void => {
  const fresh: string[] = []
  const back = values.map((value) => {
    const at = seen.at.get(value)
    if (at !== undefined) return seen.list.length - at
    noteUuid(seen, value)
    fresh.push(value)
    return 0
  })
  writeNumbers(out, back)
  if (fresh.length === 0) return
  const version = fresh.every((one) => timed.test(one))
    ? version7
    : fresh.every((one) => random.test(one))
      ? version4
      : anyVersion
  out.byte(version)
  if (version === version7) writeNumbers(out, fresh.map(msOfUuid))
  for (const one of fresh) for (const [text, drop] of partsOf(one, version)) writeHex(out, text, drop)
}

export const readUuids = (from: ColumnReader, seen: SeenUuids, count: number): string[] => {
  const back = readNumbers(from, count)
  const fresh = back.reduce((sum, one) => sum + (one === 0 ? 1 : 0), 0)
  from.spend(count * 36)
  const version = fresh === 0 ? anyVersion : from.byte()
  if (![anyVersion, version4, version7].includes(version)) throw new NotColumns('uuid')
  const times = version === version7 ? readNumbers(from, fresh) : []
  let at = 0
  return back.map((far) => {
    if (far !== 0) {
      const before = seen.list[seen.list.length - far]
      if (before === undefined) throw new NotColumns('uuid')
      return before
    }
    const one = readNew(from, version, times[at] ?? 0)
    at += 1
    noteUuid(seen, one)
    return one
  })
}

/** Notes it where it has not been seen. */
export const noteUuid = (seen: SeenUuids, value: string): void => {
  if (seen.at.has(value)) return
  seen.at.set(value, seen.list.length)
  seen.list.push(value)
}

/** The first twelve hex digits: of version 7 the ms since 1970. */
export const msOfUuid = (uuid: string): number => Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16)

/** The hex digits that are said bit by bit, each part with how many of its first bits are known from the version. */
const partsOf = (uuid: string, version: number): [text: string, drop: number][] => {
  const [a = '', b = '', c = '', d = '', e = ''] = uuid.split('-')
  if (version === anyVersion) return [[a + b + c + d + e, 0]]
  const tail: [string, number][] = [
    [c.slice(1), 0],
    [d, 2],
    [e, 0],
  ]
  return version === version7 ? tail : [[a + b, 0], ...tail]
}

const writeHex = (out: ColumnWriter, text: string, drop: number): void => {
  for (const [at, digit] of [...text].entries()) {
    const width = at === 0 ? 4 - drop : 4
    out.someBits(Number.parseInt(digit, 16) & ((1 << width) - 1), width)
  }
}

const hex = (from: ColumnReader, digits: number): string => {
  let text = ''
  for (let left = digits; left > 0; left -= Math.min(left, 8)) {
    const now = Math.min(left, 8)
    text += from
      .someBits(now * 4)
      .toString(16)
      .padStart(now, '0')
  }
  return text
}

const readNew = (from: ColumnReader, version: number, ms: number): string => {
  if (version === anyVersion) return dashed(hex(from, 32))
  if (ms < 0 || ms >= 2 ** 48) throw new NotColumns('uuid')
  const head = version === version7 ? ms.toString(16).padStart(12, '0') : hex(from, 12)
  const third = `${version}${hex(from, 3)}`
  const fourth = (0x8000 + from.someBits(14)).toString(16)
  return dashed(head + third + fourth + hex(from, 12))
}

const dashed = (text: string): string =>
  `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`
