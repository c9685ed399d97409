import { errorAnswer } from '../../wire/messages/errors.ts'
import { correctClock } from '../store/correctClock.ts'
import { readEnrolment } from '../store/tables.ts'
import { type Answer, type SignedRequest, signedRequest } from '../transport/signedRequest.ts'
import type { AskingDoors } from './mapDoors.ts'

/** A piece of a map is large; on a thin line it is asked for in smaller ones. */
const timeoutMs = 60_000

export type MapQuestion = Pick<SignedRequest, 'path' | 'headers' | 'mostBytes' | 'signal'>
export type MapAnswer = Answer | { at: 'not-enrolled' }

/** One signed question; where only the clock was wrong it is asked once more. */
export const askMaps = async (doors: AskingDoors, question: MapQuestion): Promise<MapAnswer> => {
  const { database, device } = doors
  const first = await askOnce(doors, question)
  if (first.at === 'answer' && codeOf(first.json) === 'clock' && (await correctClock(database, device, first.json)))
    return askOnce(doors, question)
  return first
}

const askOnce = async ({ database, device }: AskingDoors, question: MapQuestion): Promise<MapAnswer> => {
  if (!navigator.onLine) return { at: 'no-signal', why: 'network' }
  const enrolment = await readEnrolment(database)
  if (enrolment === null) return { at: 'not-enrolled' }
  const clockOffsetMs = ((await database.meta.get('clockOffsetMs')) as number | undefined) ?? 0
  return signedRequest(device, enrolment, { method: 'GET', ...question, timeoutMs, clockOffsetMs })
}

/** The code of a refusal; empty where it is none. */
export const codeOf = (json: unknown): string => {
  const refusal = errorAnswer.safeParse(json)
  return refusal.success ? refusal.data.error : ''
}
