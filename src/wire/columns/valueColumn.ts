import type { ColumnReader } from './columnReader.ts'
import type { ColumnWriter } from './columnWriter.ts'
import { NotColumns } from './notColumns.ts'
import { readNumbers, writeNumbers } from './numberColumn.ts'
import { readTexts, writeTexts } from './textColumn.ts'
import type { SeenUuids } from './uuidColumn.ts'
import { readWord, writeWord } from './wordColumn.ts'

/** What a value is; where all of a column are one of these, that is said once. */
const nothing = 0
const no = 1
const yes = 2
const number = 3
const text = 4
const list = 5
const object = 6
const mixed = 7

type Fields = { readonly [key: string]: unknown }

/** Lists and objects in each other in a body, at most so deep: what the JSON of a whole message may hold. */
const deepest = 29

/** Values of JSON, field by field: what stands under one name in many objects lies together. */
export const writeValues = (out: ColumnWriter, seen: SeenUuids, values: readonly unknown[], depth = 0): void => {
  const [first] = values
  if (values.length === 0) return
  if (depth > deepest) throw new NotColumns('depth')
  const whats = values.map(whatIs)
  const what = whats.every((one) => one === whats[0]) ? whatIs(first) : mixed
  out.byte(what)
  if (what === mixed) writeNumbers(out, whats)
  const those = (one: number) => (what === one ? values : values.filter((_, at) => whats[at] === one))
  writeNumbers(out, those(number) as number[])
  writeTexts(out, seen, those(text) as string[])
  const lists = those(list) as unknown[][]
  writeNumbers(
    out,
    lists.map(({ length }) => length),
  )
  writeValues(out, seen, lists.flat(1), depth + 1)
  writeObjects(out, seen, those(object) as Fields[], depth)
}

export const readValues = (from: ColumnReader, seen: SeenUuids, count: number, depth = 0): unknown[] => {
  if (count === 0) return []
  if (depth > deepest) throw new NotColumns('depth')
  from.spend(count)
  const what = from.byte()
  const whats = what === mixed ? readNumbers(from, count) : null
  const many = (one: number) =>
    whats === null ? (what === one ? count : 0) : whats.reduce((sum, each) => sum + (each === one ? 1 : 0), 0)
  const numbers = readNumbers(from, many(number))
  const texts = readTexts(from, seen, many(text))
  const lengths = readNumbers(from, many(list))
  if (lengths.some((one) => one < 0 || !Number.isInteger(one))) throw new NotColumns('list')
  const items = readValues(
    from,
    seen,
    lengths.reduce((sum, one) => sum + one, 0),
    depth + 1,
  )
  let item = 0
  const lists = lengths.map((length) => {
    item += length
    return items.slice(item - length, item)
  })
  const objects = readObjects(from, seen, many(object), depth)
  const each = { [number]: numbers, [text]: texts, [list]: lists, [object]: objects } as { [what: number]: unknown[] }
  const at: { [what: number]: number } = {}
  return Array.from({ length: count }, (_, index) => {
    const one = whats?.[index] ?? what
    if (one === nothing) return null
    if (one === no) return false
    if (one === yes) return true
    const place = at[one] ?? 0
    at[one] = place + 1
    const values = each[one]
    if (values === undefined) throw new NotColumns('value')
    return values[place]
  })
}

const whatIs = (value: unknown): number => {
  if (value === null) return nothing
  if (value === false) return no
  if (value === true) return yes
  if (typeof value === 'number') return number
  if (typeof value === 'string') return text
  return Array.isArray(value) ? list : object
}

/** In which objects a field stands. */
const inAll = 0
const byMarks = 1
const byGaps = 2

/** Fields in the order of their first appearance; of each, in which objects it stands, then its column. */
export const writeObjects = (out: ColumnWriter, seen: SeenUuids, objects: readonly Fields[], depth = 0): void => {
  if (objects.length === 0) return
  const places = new Map<string, number[]>()
  for (const [at, one] of objects.entries())
    for (const key of Object.keys(one)) {
      if (one[key] === undefined) continue
      const standing = places.get(key)
      if (standing === undefined) places.set(key, [at])
      else standing.push(at)
    }
  out.count(places.size)
  for (const [key, standing] of places) {
    writeWord(out, key)
    if (standing.length === objects.length) out.byte(inAll)
    else if (standing.length > objects.length / 16) {
      out.byte(byMarks)
      const marks = new Uint8Array((objects.length + 7) >> 3)
      for (const at of standing) marks[at >> 3] = (marks[at >> 3] as number) | (1 << (at & 7))
      for (const byte of marks) out.byte(byte)
    } else {
      out.byte(byGaps)
      out.count(standing.length)
      let before = 0
      for (const at of standing) {
        out.count(at - before)
        before = at
      }
    }
    writeValues(
      out,
      seen,
      standing.map((at) => (objects[at] as Fields)[key]),
      depth + 1,
    )
  }
}

export const readObjects = (from: ColumnReader, seen: SeenUuids, count: number, depth = 0): Fields[] => {
  if (count === 0) return []
  const objects = Array.from({ length: count }, (): { [key: string]: unknown } => ({}))
  for (let left = from.count(); left > 0; left -= 1) {
    const key = readWord(from)
    const standing = readPlaces(from, count)
    from.spend(standing.length * key.length)
    const values = readValues(from, seen, standing.length, depth + 1)
    for (const [index, at] of standing.entries()) {
      const one = objects[at]
      if (one === undefined) throw new NotColumns('place')
      if (key === '__proto__') Object.defineProperty(one, key, { ...own, value: values[index] })
      else one[key] = values[index]
    }
  }
  return objects
}

/** A name like any other, which assignment would take for something else. */
const own = { enumerable: true, configurable: true, writable: true } as const

const readPlaces = (from: ColumnReader, count: number): number[] => {
  const how = from.byte()
  if (how === inAll) return Array.from({ length: count }, (_, at) => at)
  if (how === byMarks) {
    const places: number[] = []
    for (let at = 0; at < count; at += 8) {
      const marks = from.byte()
      for (let bit = 0; bit < 8 && at + bit < count; bit += 1) if (marks & (1 << bit)) places.push(at + bit)
    }
    return places
  }
  if (how !== byGaps) throw new NotColumns('places')
  const many = from.count()
  if (many > count) throw new NotColumns('places')
  let at = 0
  return Array.from({ length: many }, () => {
    at += from.count()
    return at
  })
}
