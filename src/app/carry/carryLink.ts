import { errorAnswer } from '../../wire/messages/errors.ts'
import type { Device } from '../device/device.ts'
import { correctClock } from '../store/correctClock.ts'
import type { Database, Enrolment } from '../store/tables.ts'
import { type Answer, type SignedRequest, signedRequest } from '../transport/signedRequest.ts'

/** The way to the endpoint for one file. */
export type CarryLink = { database: Database; device: Device; enrolment: Enrolment; signal: AbortSignal }

/** At its end the endpoint reads the whole file before it answers. */
const timeoutMs = 90_000
const tus = { 'tus-resumable': '1.0.0' }

/** One signed question; where only the clock was wrong it is asked once more. */
export const askAbout = async (
  link: CarryLink,
  request: Pick<SignedRequest, 'method' | 'path' | 'body' | 'headers'>,
) => {
  const first = await ask(link, request)
  const { database, device } = link
  if (first.at === 'answer' && errorOf(first) === 'clock' && (await correctClock(database, device, first.json)))
    return ask(link, request)
  return first
}

export const errorOf = ({ json }: Extract<Answer, { at: 'answer' }>): string => {
  const refusal = errorAnswer.safeParse(json)
  return refusal.success ? refusal.data.error : ''
}

const ask = async (
  { database, device, enrolment, signal }: CarryLink,
  { headers, ...request }: Pick<SignedRequest, 'method' | 'path' | 'body' | 'headers'>,
): Promise<Answer> =>
  signedRequest(device, enrolment, {
    ...request,
    headers: { ...tus, ...headers },
    timeoutMs,
    clockOffsetMs: ((await database.meta.get('clockOffsetMs')) as number | undefined) ?? 0,
    signal,
  })
