import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { FastifyRequest } from 'fastify'
import type { Pushed } from '../../wire/columns/ackColumns.ts'
import { columnsType, deflatedRest, joinBody, joinParts, splitBody } from '../../wire/columns/columnBody.ts'
import { ColumnReader } from '../../wire/columns/columnReader.ts'
import type { ColumnWriter } from '../../wire/columns/columnWriter.ts'
import type { Place } from '../../wire/columns/knownEntries.ts'
import { NotColumns } from '../../wire/columns/notColumns.ts'
import { readSyncRequest, writeAnswerHead, writePage } from '../../wire/columns/syncColumns.ts'
import { type Ack, type SyncAnswer, syncLimits } from '../../wire/messages/sync.ts'
import type { Db } from '../books/tables.ts'
import type { Speaker } from '../devices/speaker.ts'
import { sha256Hex } from '../keys/sha256.ts'
import type { KeptPages } from './keptPages.ts'
import { tooLarge } from './packedJson.ts'
import { Refused } from './refuse.ts'

export const isInColumns = ({ headers }: FastifyRequest): boolean => headers['content-type'] === columnsType

export const wantsColumns = ({ headers }: FastifyRequest): boolean => headers.accept?.includes(columnsType) ?? false

/**
 * A sync's body in columns, as the message that it stands for. Places may only be named in books that the speaker reads
 * [I8]. What can't be read is refused as `columns`: the phone says it once more in JSON, and nothing was taken.
 */
export const readSyncColumns = async ({ body }: FastifyRequest, db: Db, speaker: Speaker): Promise<unknown> => {
  if (!Buffer.isBuffer(body)) throw new Refused(400, 'bad-request', 'The body is missing.')
  if (body.length > syncLimits.backPackedBytes) throw tooLarge(syncLimits.backPackedBytes)
  try {
    const { how, bits, rest } = splitBody(body)
    const inflated = how === deflatedRest ? inflate(rest) : rest
    const from = new ColumnReader(bits, inflated, syncLimits.backUnpackedBytes)
    const most = { ...syncLimits, places: mostPlaces, small: body.length <= syncLimits.packedBytes }
    return await readSyncRequest(from, most, (places) => readPlaces(db, speaker, places))
  } catch (error) {
    if (error instanceof NotColumns) throw notColumns(error.message)
    throw error
  }
}

/** Every entry pushed may name its subject and a few others. */
const mostPlaces = 2000

const notColumns = (what: string) => new Refused(400, 'columns', `The columns can't be read (${what}); say it in JSON.`)

const inflate = (rest: Uint8Array): Uint8Array => {
  try {
    return inflateRawSync(rest, { maxOutputLength: syncLimits.backUnpackedBytes })
  } catch {
    throw new NotColumns('packing')
  }
}

const readPlaces = async (
  db: Db,
  { books }: Speaker,
  places: readonly Place[],
): Promise<{ id: string; subject: string }[]> => {
  const readable = new Set(books.map(({ id }) => id))
  const found = new Map<string, { id: string; subject: string }>()
  for (const [book, asked] of Map.groupBy(places, (place) => place.book)) {
    if (!readable.has(book)) throw new NotColumns('place')
    const rows = await db
      .selectFrom('entries')
      .select(['seq', 'id', 'subject'])
      .where('book', '=', book)
      .where('seq', 'in', [...new Set(asked.map(({ seq }) => seq))])
      .execute()
    for (const { seq, id, subject } of rows) found.set(`${book} ${seq}`, { id, subject })
  }
  return places.map(({ book, seq }) => {
    const stands = found.get(`${book} ${seq}`)
    if (stands === undefined) throw new NotColumns('place')
    return stands
  })
}

/** What came out of the columns is what was put in, to the byte; where it isn't, nothing of it is taken. */
export const checkPushed = (check: string | undefined, acks: readonly Ack[]): void => {
  if (check === undefined) return
  const came = sha256Hex(acks.map(({ hash }) => hash ?? '').join('')).slice(0, check.length)
  if (check.length !== 16 || came !== check) throw notColumns('check')
}

/** The answer's parts, one behind the other: what it says beside what was pushed, then each page that holds something. */
export const answerInColumns = (answer: SyncAnswer, push: readonly unknown[], kept: KeptPages): Buffer => {
  const pushed = push.map((entry, at): Pushed | null => {
    const { id, at: clock, device } = (entry ?? {}) as { [field: string]: unknown }
    const hash = answer.acks[at]?.hash
    const whole = [id, clock, device, hash].every((one) => typeof one === 'string')
    return whole ? ({ id, at: clock, device, hash } as Pushed) : null
  })
  const pages = Object.entries(answer.books).filter(([, { entries }]) => entries.length > 0)
  const parts = pages.map(([book, page]) => {
    const { from, cursor, digest, entries } = page
    // Whole pages are the same for everybody who asks: 1,000 phones at once ask for a few. The digest says which they are, in
    // this epoch in which order.
    if (entries.length !== cursor - from + 1) return packed(writePage(entries))
    return kept.page(`${answer.epoch} ${book} ${from} ${cursor} ${digest}`, () => packed(writePage(entries)))
  })
  return Buffer.from(joinParts([packed(writeAnswerHead(answer, pushed)), ...parts]))
}

const packed = (out: ColumnWriter): Uint8Array => {
  const { bits, rest } = out.end()
  return joinBody(deflatedRest, bits, deflateRawSync(rest))
}
