import { type Beside, msOfClock, readClocks, writeClocks } from './clockColumn.ts'
import type { ColumnReader } from './columnReader.ts'
import type { ColumnWriter } from './columnWriter.ts'
import { countersOf, stepsOf } from './countersOf.ts'
import { NotColumns } from './notColumns.ts'
import { readNumbers, writeNumbers } from './numberColumn.ts'
import { readTexts, writeTexts } from './textColumn.ts'
import { msOfUuid, readUuids, type SeenUuids, writeUuids } from './uuidColumn.ts'
import { readObjects, readValues, writeObjects, writeValues } from './valueColumn.ts'
import { isWhole, othersOf, type WholeEntry } from './wholeEntry.ts'

/** Entries in their order, with or without what the endpoint adds; what is no entry is written as it is. */
export const writeEntries = (out: ColumnWriter, seen: SeenUuids, entries: readonly unknown[]): void => {
  out.count(entries.length)
  const kinds = entries.map((entry) => (isWhole(entry) ? (entry.stamp === undefined ? 1 : 2) : 0))
  writeNumbers(out, kinds)
  writeValues(
    out,
    seen,
    entries.filter((_, at) => kinds[at] === 0),
  )
  for (const kind of [1, 2])
    writeWhole(out, seen, entries.filter((_, at) => kinds[at] === kind) as WholeEntry[], kind === 2)
}

export const readEntries = (from: ColumnReader, seen: SeenUuids, most: number): unknown[] => {
  const count = from.count()
  if (count > most) throw new NotColumns('too many')
  const kinds = readNumbers(from, count)
  const many = (kind: number) => kinds.reduce((sum, one) => sum + (one === kind ? 1 : 0), 0)
  const odd = readValues(from, seen, many(0))
  const own = readWhole(from, seen, many(1), false)
  const stamped = readWhole(from, seen, many(2), true)
  const at = [0, 0, 0]
  return kinds.map((kind) => {
    const place = at[kind]
    if (place === undefined) throw new NotColumns('entry')
    at[kind] = place + 1
    return [odd, own, stamped][kind]?.[place]
  })
}

const writeWhole = (out: ColumnWriter, seen: SeenUuids, entries: readonly WholeEntry[], stamped: boolean): void => {
  if (entries.length === 0) return
  const each = <T>(of: (entry: WholeEntry) => T): T[] => entries.map(of)
  writeUuids(
    out,
    seen,
    each(({ device }) => device),
  )
  writeUuids(
    out,
    seen,
    each(({ id }) => id),
  )
  writeTexts(
    out,
    seen,
    each(({ book }) => book),
  )
  writeTexts(
    out,
    seen,
    each(({ kind }) => kind),
  )
  writeNumbers(
    out,
    each(({ v }) => v),
  )
  writeUuids(
    out,
    seen,
    each(({ subject }) => subject),
  )
  writeTexts(
    out,
    seen,
    each(({ person }) => person),
  )
  writeClocks(
    out,
    each(({ at }) => at),
    each(besideId),
  )
  writeNumbers(out, stepsOf(entries))
  if (stamped) {
    writeNumbers(
      out,
      each(({ seq }) => seq ?? 0),
    )
    const others = entries.filter(({ at, stamp }) => at !== stamp)
    writeNumbers(
      out,
      each(({ at, stamp }) => (at === stamp ? 0 : 1)),
    )
    writeClocks(
      out,
      others.map(({ stamp }) => stamp ?? ''),
      others.map(besideAt),
    )
  }
  for (const bodies of byKind(entries, ({ kind }) => kind).values())
    writeValues(
      out,
      seen,
      bodies.map(({ body }) => body),
    )
  writeObjects(out, seen, each(othersOf))
}

const readWhole = (from: ColumnReader, seen: SeenUuids, count: number, stamped: boolean): WholeEntry[] => {
  if (count === 0) return []
  const devices = readUuids(from, seen, count)
  const ids = readUuids(from, seen, count)
  const books = readTexts(from, seen, count)
  const kinds = readTexts(from, seen, count)
  const versions = readNumbers(from, count)
  const subjects = readUuids(from, seen, count)
  const people = readTexts(from, seen, count)
  const clocks = readClocks(
    from,
    ids.map((id, at) => besideId({ id, device: devices[at] as string })),
  )
  const numbers = countersOf(readNumbers(from, count), devices)
  const entries = ids.map(
    (id, at): WholeEntry => ({
      id,
      book: books[at] as string,
      kind: kinds[at] as string,
      v: versions[at] as number,
      subject: subjects[at] as string,
      at: clocks[at] as string,
      device: devices[at] as string,
      person: people[at] as string,
      n: numbers[at] as number,
      body: null,
    }),
  )
  if (stamped) readStamps(from, entries)
  for (const those of byKind(entries, ({ kind }) => kind).values()) {
    const bodies = readValues(from, seen, those.length)
    for (const [at, entry] of those.entries()) entry.body = bodies[at]
  }
  for (const [at, others] of readObjects(from, seen, count).entries()) Object.assign(entries[at] as WholeEntry, others)
  return entries
}

const readStamps = (from: ColumnReader, entries: readonly WholeEntry[]): void => {
  const seqs = readNumbers(from, entries.length)
  const marks = readNumbers(from, entries.length)
  const others = entries.filter((_, at) => marks[at] !== 0)
  const stamps = readClocks(from, others.map(besideAt))
  for (const [at, entry] of entries.entries()) {
    entry.seq = seqs[at] as number
    entry.stamp = entry.at
  }
  for (const [at, entry] of others.entries()) entry.stamp = stamps[at] as string
}

const besideId = ({ id, device }: { id: string; device: string }): Beside => ({ ms: msOfUuid(id), device })
const besideAt = ({ at, device }: WholeEntry): Beside => ({ ms: msOfClock(at), device })

const byKind = <T>(entries: readonly T[], of: (entry: T) => string): Map<string, T[]> => Map.groupBy(entries, of)
