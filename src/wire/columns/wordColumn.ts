import type { ColumnReader } from './columnReader.ts'
import type { ColumnWriter } from './columnWriter.ts'
import { NotColumns } from './notColumns.ts'
import { readNumbers, writeNumbers } from './numberColumn.ts'
import { knownWords, wordNumbers } from './words.ts'

/** A word that both sides know by its number, or the text itself. */
export const writeWord = (out: ColumnWriter, word: string): void => {
  const known = wordNumbers.get(word)
  out.count(known === undefined ? 0 : known + 1)
  if (known === undefined) out.string(word)
}

export const readWord = (from: ColumnReader): string => {
  const number = from.count()
  const word = number === 0 ? from.string() : knownWords[number - 1]
  if (word === undefined) throw new NotColumns('word')
  from.spend(word.length)
  return word
}

/** A list of what occurs, then where in it each stands. */
export const writeList = (out: ColumnWriter, values: readonly string[]): void => {
  const places = new Map<string, number>()
  for (const value of values) if (!places.has(value)) places.set(value, places.size)
  out.count(places.size)
  for (const word of places.keys()) writeWord(out, word)
  writeNumbers(
    out,
    values.map((value) => places.get(value) ?? 0),
  )
}

export const readList = (from: ColumnReader, count: number): string[] => {
  const size = from.count()
  if (size > count) throw new NotColumns('list')
  const words: string[] = []
  for (let left = size; left > 0; left -= 1) words.push(readWord(from))
  return readNumbers(from, count).map((place) => {
    const word = words[place]
    if (word === undefined) throw new NotColumns('list')
    from.spend(word.length)
    return word
  })
}

/** Few enough occur that a list of them is shorter than all of them. */
export const areFew = (values: readonly string[]): boolean => {
  const distinct = new Set(values)
  return (distinct.size <= values.length * 0.7 && distinct.size < 5000) || values.every((one) => wordNumbers.has(one))
}
