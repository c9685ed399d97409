import type { ColumnReader } from './columnReader.ts'
import type { ColumnWriter } from './columnWriter.ts'
import { readNumbers, writeNumbers } from './numberColumn.ts'
import { readTexts, writeTexts } from './textColumn.ts'
import { noteUuid, type SeenUuids } from './uuidColumn.ts'

/** Where an entry stands that both sides hold. */
export type Place = { book: string; seq: number }
export type KnownEntry = Place & { id: string; subject: string }

/** Names entries that both sides hold by their place: their ids and subjects are then said by a small number. */
export const writeKnown = (out: ColumnWriter, seen: SeenUuids, known: readonly KnownEntry[]): void => {
  out.count(known.length)
  writeTexts(
    out,
    seen,
    known.map(({ book }) => book),
  )
  writeNumbers(
    out,
    known.map(({ seq }) => seq),
  )
  noteKnown(seen, known)
}

/** The places; `noteKnown` must be told what stands there before anything behind them is read. */
export const readPlaces = (from: ColumnReader, seen: SeenUuids): Place[] => {
  const count = from.count()
  const books = readTexts(from, seen, count)
  return readNumbers(from, count).map((seq, at) => ({ book: books[at] as string, seq }))
}

export const noteKnown = (seen: SeenUuids, known: readonly { id: string; subject: string }[]): void => {
  for (const { id, subject } of known) {
    noteUuid(seen, id)
    noteUuid(seen, subject)
  }
}
