import { gunzipSync, inflateRawSync } from 'node:zlib'
import type { Entry } from '../../src/domain/entries/entry.ts'
import { deflatedRest, splitBody } from '../../src/wire/columns/columnBody.ts'
import { ColumnReader } from '../../src/wire/columns/columnReader.ts'
import { readSyncRequest } from '../../src/wire/columns/syncColumns.ts'
import { syncLimits } from '../../src/wire/messages/sync.ts'

/**
 * What a hand-in carries, in JSON or in columns; nothing where the body is none. Where it names an entry by its place in a
 * book, which only the endpoint knows, another id stands.
 */
export const pushIn = async (body: Buffer): Promise<Entry[]> => {
  try {
    const said = isInColumns(body) ? await ofColumns(body) : JSON.parse(textIn(body))
    return (said as { push?: Entry[] }).push ?? []
  } catch {
    return []
  }
}

/** What is written in a hand-in's body, to look for words in it. */
export const textIn = (body: Buffer): string => {
  if (body[0] === 0x1f) return gunzipSync(body).toString('utf8')
  return isInColumns(body) ? Buffer.from(restOf(body)).toString('utf8') : body.toString('utf8')
}

const isInColumns = ([first = 0]: Buffer): boolean => first === 1 || first === 2

const restOf = (body: Buffer): Uint8Array => {
  const { how, rest } = splitBody(body)
  return how === deflatedRest ? inflateRawSync(rest) : rest
}

const ofColumns = (body: Buffer): Promise<unknown> => {
  const from = new ColumnReader(splitBody(body).bits, restOf(body), syncLimits.backUnpackedBytes)
  return readSyncRequest(from, { ...syncLimits, places: 10_000, small: true }, async (places) =>
    places.map(({ seq }) => {
      const digits = String(seq).padStart(12, '0')
      return { id: `00000000-0000-7000-8000-${digits}`, subject: `00000000-0000-7000-9000-${digits}` }
    }),
  )
}
