import { browserDevice } from '../../../src/app/device/browserDevice.ts'
import { putPhotoBytes } from '../../../src/app/store/photoBytes.ts'
import { type Database, openDatabase, writeEnrolment } from '../../../src/app/store/tables.ts'
import type { SyncOutcome } from '../../../src/app/sync/run.ts'
import { syncOnce } from '../../../src/app/sync/syncOnce.ts'
import { watchedRun } from '../../../src/app/sync/watchedRun.ts'
import type { PhotoTaken } from '../../../src/domain/entries/communeBodies.ts'
import type { Entry, StampedEntry } from '../../../src/domain/entries/entry.ts'
import type { EnrolAnswer } from '../../../src/wire/messages/enrol.ts'
import type { SyncAnswer, SyncRequest } from '../../../src/wire/messages/sync.ts'
import { bytesOf, deviceOf, type Exchange, nonceOf, type Traffic } from '../../fault-injection/golden/exchange.ts'

/** Today's phone with what Lan's held then, before an endpoint that says what it said then. */
export type PhoneOfThen = {
  database: Database
  /** Answers that were not asked for yet. */
  left(): number
  sync(): Promise<SyncOutcome>
  /** All that the recorded pages brought, and the last digest of each book. */
  pulled: StampedEntry[]
  digests: Map<string, string>
}

/** `later`: where the recording has it, as an endpoint of a later version would have said it. */
export const aPhoneOfThen = async (traffic: Traffic, whose: 'then' | 'later'): Promise<PhoneOfThen> => {
  const { exchanges, lan, answersOfALater } = traffic
  const answers = exchanges.flatMap((exchange, at) => {
    const answer = (whose === 'later' ? answersOfALater[at] : undefined) ?? exchange.answer
    return deviceOf(exchange) === lan ? [{ ...exchange, answer }] : []
  })
  const database = openDatabase(`phone-${crypto.randomUUID()}`)
  await enrolAsThen(database, exchanges, lan)
  let at = 0
  const device = {
    ...browserDevice,
    // An answer is signed for the request's own number: today's phone takes the one that was used then.
    nonce: () => nonceOf(answers[at] ?? { headers: {} }),
    nowMs: () => answers[Math.min(at, answers.length - 1)]?.ms ?? 0,
    fetch: async (path: string, { method }: RequestInit): Promise<Response> => {
      const now = answers[at]
      if (now === undefined || now.path !== path || now.method !== method)
        throw new Error(`today’s phone asks ${method} ${path} where ${now?.method} ${now?.path} was asked`)
      at += 1
      const { status, headers, body } = now.answer
      return new Response(status === 204 ? null : bytesOf(body), { status, headers })
    },
  }
  const said = answers.flatMap(({ path, answer }) =>
    path === '/api/sync' ? [JSON.parse(new TextDecoder().decode(bytesOf(answer.body))) as SyncAnswer] : [],
  )
  const pages = said.flatMap(({ books }) => Object.entries(books))
  return {
    database,
    left: () => answers.length - at,
    sync: async () => {
      await recordAsThen(database, answers.slice(at))
      return watchedRun(syncOnce, database, device, () => undefined, { stuckMs: 20_000, timeoutMs: 10_000 })
    },
    pulled: pages.flatMap(([, page]) => page.entries as StampedEntry[]),
    digests: new Map(pages.map(([book, page]) => [book, page.digest])),
  }
}

/** The enrolment that was answered then. The key is another one: nobody here looks at what is signed with it. */
const enrolAsThen = async (database: Database, exchanges: readonly Exchange[], lan: string): Promise<void> => {
  const enrolled = exchanges.find(({ path, body }) => path === '/api/enrol' && JSON.stringify(body).includes(lan))
  if (enrolled === undefined) throw new Error('nobody enrolled')
  const { person, role, books, endpoint, certificate } = JSON.parse(
    new TextDecoder().decode(bytesOf(enrolled.answer.body)),
  ) as EnrolAnswer
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  await writeEnrolment(database, { device: lan, person, role, books, ...endpoint, certificate, keys })
}

/** What the next hand-in pushed then was recorded before it, with its photos. */
const recordAsThen = async (database: Database, ahead: readonly Exchange[]): Promise<void> => {
  const next = ahead.find(({ path }) => path === '/api/sync')
  if (next === undefined) return
  for (const entry of (await unpacked(bytesOf(next.body))).push ?? []) await keep(database, entry as Entry)
  for (const { body, headers } of ahead) {
    const bytes = bytesOf(body)
    if (headers['content-type'] === 'application/offset+octet-stream')
      await putPhotoBytes(database, await browserDevice.sha256(bytes), bytes.buffer)
  }
}

const keep = async (database: Database, entry: Entry): Promise<void> => {
  const { id, n, kind } = entry
  await database.own.put({ n, id, state: 'waiting', delivery: { at: 'waiting' }, entry })
  if (kind !== 'photo.taken') return
  const body = entry.body as PhotoTaken
  const waiting = { at: 'waiting' } as const
  const takenMs = Date.parse(body.takenAt)
  await database.photos.put({
    photo: body.photo,
    state: 'waiting',
    draft: '',
    takenMs,
    body,
    preview: waiting,
    evidence: waiting,
  })
}

const unpacked = async (packed: Uint8Array<ArrayBuffer>): Promise<SyncRequest> =>
  (await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).json()) as SyncRequest
