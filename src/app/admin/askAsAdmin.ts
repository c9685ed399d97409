import type { ZodMiniType } from 'zod/mini'
import { errorAnswer } from '../../wire/messages/errors.ts'
import { correctClock } from '../store/correctClock.ts'
import type { Store } from '../store/store.ts'
import { readEnrolment } from '../store/tables.ts'
import { signedRequest } from '../transport/signedRequest.ts'
import { type Told, troubleOf } from './told.ts'

export type Question = { method: 'GET' | 'POST' | 'PATCH'; path: string; json?: object }

/** A screen waits for this one: longer than a weak line needs, shorter than anybody's patience. */
export const askTimeoutMs = 30_000

/** One signed question of an admin, its answer checked. Nothing of it is kept on this device. */
export const askAsAdmin = async <T>(
  { database, device }: Store,
  question: Question,
  shape: ZodMiniType<T>,
): Promise<Told<T>> => {
  const first = await askOnce({ database, device }, question)
  if (first.at === 'answer' && codeOf(first.json) === 'clock' && (await correctClock(database, device, first.json)))
    return toldBy(await askOnce({ database, device }, question), shape)
  return toldBy(first, shape)
}

type Asked = Awaited<ReturnType<typeof signedRequest>> | { at: 'not-sent'; trouble: 'offline' | 'unknown-device' }

const askOnce = async (
  { database, device }: Pick<Store, 'database' | 'device'>,
  { method, path, json }: Question,
): Promise<Asked> => {
  if (!navigator.onLine) return { at: 'not-sent', trouble: 'offline' }
  const enrolment = await readEnrolment(database)
  if (enrolment === null) return { at: 'not-sent', trouble: 'unknown-device' }
  return signedRequest(device, enrolment, {
    method,
    path,
    ...(json === undefined
      ? {}
      : {
          body: new TextEncoder().encode(JSON.stringify(json)),
          headers: { 'content-type': 'application/json' },
        }),
    timeoutMs: askTimeoutMs,
    clockOffsetMs: ((await database.meta.get('clockOffsetMs')) as number | undefined) ?? 0,
  })
}

const toldBy = <T>(answer: Asked, shape: ZodMiniType<T>): Told<T> => {
  if (answer.at === 'not-sent') return { ok: false, trouble: answer.trouble }
  if (answer.at === 'no-signal') return { ok: false, trouble: answer.why }
  if (answer.status >= 300) return { ok: false, trouble: troubleOf(codeOf(answer.json)) }
  const read = shape.safeParse(answer.json)
  return read.success ? { ok: true, value: read.data } : { ok: false, trouble: 'protocol' }
}

const codeOf = (json: unknown): string => {
  const refusal = errorAnswer.safeParse(json)
  return refusal.success ? refusal.data.error : ''
}
