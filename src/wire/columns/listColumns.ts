import type { ColumnReader } from './columnReader.ts'
import type { ColumnWriter } from './columnWriter.ts'
import { NotColumns } from './notColumns.ts'
import { noUuids, readUuids, writeUuids } from './uuidColumn.ts'

/**
 * A book's list as the endpoint made it, ahead of the book's pages. `seq`, `digest`: how far the pages go that it is made
 * of; `checklists`: by which, their entries' ids with a comma between; `text`: of `packRows`.
 */
export type ListAhead = { book: string; seq: number; digest: string; checklists: string; text: string }

/** The UUIDs of the text stand beside it by their bits. No JSON holds a control character of its own. */
const here = '\u0001'
const uuids = /"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"/g

export const writeList = (out: ColumnWriter, { book, seq, digest, checklists, text }: ListAhead): void => {
  out.string(book)
  out.count(seq)
  out.string(digest)
  out.string(checklists)
  const found: string[] = []
  const rest = text.replace(uuids, (quoted) => {
    found.push(quoted.slice(1, -1))
    return here
  })
  out.count(found.length)
  writeUuids(out, noUuids(), found)
  out.string(rest)
}

/** Throws NotColumns. */
export const readList = (from: ColumnReader): ListAhead => {
  const [book, seq, digest, checklists] = [from.string(), from.count(), from.string(), from.string()]
  const count = from.count()
  from.spend(count)
  const found = readUuids(from, noUuids(), count)
  const parts = from.string().split(here)
  if (parts.length !== count + 1 || !from.isAtEnd()) throw new NotColumns('list')
  return { book, seq, digest, checklists, text: parts.map((part, at) => part + quoted(found[at])).join('') }
}

const quoted = (uuid: string | undefined): string => (uuid === undefined ? '' : `"${uuid}"`)
