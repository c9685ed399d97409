import { columnsType } from '../../wire/columns/columnBody.ts'
import type { BackPage } from '../../wire/messages/sync.ts'
import { asHandedIn } from '../store/asHandedIn.ts'
import type { Enrolment, OwnEntry } from '../store/tables.ts'
import { canSayColumns } from '../transport/columns.ts'
import { gzip } from '../transport/gzip.ts'
import { signedRequest } from '../transport/signedRequest.ts'
import { answerOutOfColumns, type Hashes, questionInColumns, type Reply } from './columnsOf.ts'
import type { Run } from './run.ts'

export type Question = {
  push: readonly OwnEntry[]
  hashes: Hashes
  /** The endpoint reads columns. */
  columns: boolean
  back?: readonly BackPage[]
  /** Not there: nothing is pulled, and no upgrade can be asked for [I9]. */
  pull?: { readonly [book: string]: number }
  limit: number
}

/** One request of `POST /api/sync`, signed and packed: in columns where the endpoint reads them, else in JSON. */
export const askSync = async (run: Run, enrolment: Enrolment, question: Question): Promise<Reply> => {
  const { database, device, signal, timeoutMs } = run
  const { push, hashes } = question
  const [settled, offset] = await database.meta.bulkGet(['settledSeen', 'clockOffsetMs'])
  const settledSeen = (settled as string[] | undefined) ?? []
  const clockOffsetMs = (offset as number | undefined) ?? 0
  const said = {
    protocol: 1,
    build: 'web-1',
    epoch: enrolment.epoch,
    push: push.map(asHandedIn),
    settledSeen,
    ...(question.back === undefined ? {} : { back: [...question.back] }),
    ...(question.pull === undefined ? {} : { pull: question.pull }),
    limit: question.limit,
  }
  const columns = question.columns ? await questionInColumns(run, said, push, hashes) : null
  const answer = await signedRequest(device, enrolment, {
    method: 'POST',
    path: '/api/sync',
    body: columns ?? (await gzip(JSON.stringify(said))),
    headers: {
      ...(columns === null
        ? { 'content-type': 'application/json', 'content-encoding': 'gzip' }
        : { 'content-type': columnsType }),
      accept: canSayColumns() ? `${columnsType}, application/json` : 'application/json',
    },
    timeoutMs,
    clockOffsetMs,
    signal,
  })
  signal.throwIfAborted()
  return answer.at === 'answer' ? answerOutOfColumns(answer, push, hashes) : answer
}
