import type { StampedEntry } from '../../domain/entries/entry.ts'
import { splitBody } from '../../wire/columns/columnBody.ts'
import { ColumnReader } from '../../wire/columns/columnReader.ts'
import { readEntries } from '../../wire/columns/entryColumns.ts'
import { noUuids } from '../../wire/columns/uuidColumn.ts'

/** A page that came in columns and was kept so; it was read once before it was kept. */
export const readColumnPage = async (body: Uint8Array<ArrayBuffer>): Promise<StampedEntry[]> => {
  const { bits, rest } = splitBody(body)
  const unpacked = new Blob([rest.slice()]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const whole = new Uint8Array(await new Response(unpacked).arrayBuffer())
  const from = new ColumnReader(bits, whole, Number.MAX_SAFE_INTEGER)
  return readEntries(from, noUuids(), Number.MAX_SAFE_INTEGER) as StampedEntry[]
}
