import type { Enrolment } from '../store/tables.ts'
import { signedRequest } from '../transport/signedRequest.ts'
import type { Run } from './run.ts'

/** Shows this phone's certificate to an endpoint that no longer knows it. True where it is known again. */
export const enrolAgain = async (
  { database, device, signal, timeoutMs }: Run,
  enrolment: Enrolment,
): Promise<boolean> => {
  const clockOffsetMs = ((await database.meta.get('clockOffsetMs')) as number | undefined) ?? 0
  const body = new TextEncoder().encode(JSON.stringify({ certificate: enrolment.certificate }))
  const headers = { 'content-type': 'application/json' }
  const request = { method: 'POST', path: '/api/enrol/again', body, headers, timeoutMs, clockOffsetMs, signal } as const
  const answer = await signedRequest(device, enrolment, request)
  signal.throwIfAborted()
  return answer.at === 'answer' && answer.status === 200
}
