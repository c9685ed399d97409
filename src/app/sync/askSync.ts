import type { BackPage } from '../../wire/messages/sync.ts'
import { asHandedIn } from '../store/asHandedIn.ts'
import type { Enrolment, OwnEntry } from '../store/tables.ts'
import { gzip } from '../transport/gzip.ts'
import { type Answer, signedRequest } from '../transport/signedRequest.ts'
import type { Run } from './run.ts'

export type Question = {
  push: readonly OwnEntry[]
  back?: readonly BackPage[]
  /** Not there: nothing is pulled, and no upgrade can be asked for [I9]. */
  pull?: { readonly [book: string]: number }
  limit: number
}

/** One request of `POST /api/sync`, signed and packed. */
export const askSync = async (run: Run, enrolment: Enrolment, question: Question): Promise<Answer> => {
  const { database, device, signal, timeoutMs } = run
  const settledSeen = ((await database.meta.get('settledSeen')) as string[] | undefined) ?? []
  const clockOffsetMs = ((await database.meta.get('clockOffsetMs')) as number | undefined) ?? 0
  const body = await gzip(
    JSON.stringify({
      protocol: 1,
      build: 'web-1',
      epoch: enrolment.epoch,
      push: question.push.map(asHandedIn),
      settledSeen,
      ...(question.back === undefined ? {} : { back: question.back }),
      ...(question.pull === undefined ? {} : { pull: question.pull }),
      limit: question.limit,
    }),
  )
  const answer = await signedRequest(device, enrolment, {
    method: 'POST',
    path: '/api/sync',
    body,
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    timeoutMs,
    clockOffsetMs,
    signal,
  })
  signal.throwIfAborted()
  return answer
}
