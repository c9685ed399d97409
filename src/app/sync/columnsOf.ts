import { columnsType, splitParts } from '../../wire/columns/columnBody.ts'
import type { KnownEntry } from '../../wire/columns/knownEntries.ts'
import { NotColumns } from '../../wire/columns/notColumns.ts'
import { readSyncAnswer, writeSyncRequest } from '../../wire/columns/syncColumns.ts'
import { type SyncAnswer, type SyncRequest, syncLimits } from '../../wire/messages/sync.ts'
import type { OwnEntry } from '../store/tables.ts'
import { columnsBody, readColumns } from '../transport/columns.ts'
import type { Answer } from '../transport/signedRequest.ts'
import type { Known, Run } from './run.ts'

/** The hashes of what is pushed, by id, in the order of the push. */
export type Hashes = ReadonlyMap<string, string>

/** The question in columns; null where it can't be said so (a lone surrogate, say): then it is said in JSON. */
export const questionInColumns = async (
  run: Run,
  question: SyncRequest,
  push: readonly OwnEntry[],
  hashes: Hashes,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  try {
    // What comes out at the other end is asked to be what was put in, to the byte: these are the hashes of it.
    const check = (await run.device.sha256([...hashes.values()].join(''))).slice(0, 16)
    const known = run.known === undefined ? [] : knownIn(push, run.known)
    return await columnsBody(writeSyncRequest({ ...question, check }, known))
  } catch (error) {
    if (error instanceof NotColumns) return null
    throw error
  }
}

export const isInColumns = ({ headers }: Extract<Answer, { at: 'answer' }>): boolean =>
  headers.get('content-type') === columnsType

/** `columns`: the part of each book's page, where the answer came so. */
export type Reply =
  | Extract<Answer, { at: 'no-signal' }>
  | (Extract<Answer, { at: 'answer' }> & { columns: ReadonlyMap<string, ArrayBuffer> })

/** An answer in columns as the message it stands for; one that can't be read is none of the endpoint's. */
export const answerOutOfColumns = async (
  answer: Extract<Answer, { at: 'answer' }>,
  push: readonly OwnEntry[],
  hashes: Hashes,
): Promise<Reply> => {
  if (!isInColumns(answer)) return { ...answer, columns: new Map() }
  try {
    const pushed = push.map(({ id, entry: { at, device } }) => ({ id, hash: hashes.get(id) ?? '', at, device }))
    const parts = splitParts(answer.bytes)
    const read = (part: number) => readColumns(parts[part] ?? new Uint8Array(0), mostAnswered)
    const json = await readSyncAnswer(await read(0), pushed, read, syncLimits.pageEntries)
    const pages = Object.entries((json as Pick<SyncAnswer, 'books'>).books).filter(
      ([, page]) => page.entries.length > 0,
    )
    return { ...answer, json, columns: new Map(pages.map(([book], at) => [book, copyOf(parts[at + 1])])) }
  } catch {
    return { at: 'no-signal', why: 'not-the-endpoint' }
  }
}

/** A part alone: a piece of an answer would keep all of it in memory. */
const copyOf = (part: Uint8Array = new Uint8Array(0)): ArrayBuffer => part.slice().buffer as ArrayBuffer

/** Above what a page may hold. */
const mostAnswered = 512 * 1024 * 1024

/** Entries that the endpoint holds too, named by what is pushed: each once, in the order of their places. */
const knownIn = (push: readonly OwnEntry[], known: Known): KnownEntry[] => {
  const found = new Map<string, KnownEntry>()
  const own = new Set(push.flatMap(({ entry }) => [entry.id]))
  for (const { entry } of push) {
    for (const uuid of [entry.subject, ...uuidsIn(entry.body)]) {
      const stands = own.has(uuid) ? null : known(entry.book, uuid)
      if (stands !== null) found.set(`${stands.book} ${stands.seq}`, stands)
    }
  }
  return [...found.values()]
    .sort((a, b) => (a.book === b.book ? a.seq - b.seq : a.book < b.book ? -1 : 1))
    .slice(0, most)
}

const most = 1000

const uuidsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return value.length === 36 && value[8] === '-' ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(uuidsIn) : []
}
