import { entryText } from '../../../src/domain/book/entryHash.ts'
import type { Entry } from '../../../src/domain/entries/entry.ts'
import { communeBooks } from '../../fault-injection/support/districtOfPhones.ts'
import {
  believed,
  type Prepared,
  prepareSync,
  prepareSyncInColumns,
} from '../../fault-injection/support/preparedSync.ts'
import { sha256Hex, type TestDevice } from '../../support/testDevice.ts'
import type { Chance } from '../chance.ts'
import { aBatch } from './aBatch.ts'
import type { RawRow } from './openRawBooks.ts'
import type { Answered, Message } from './startSenders.ts'

/** Rows of a batch: one request, one transaction. */
export const perBatch = 200

type Round = {
  /** Of each client what it sends, one after the other. */
  messages: Message[][]
  rows: RawRow[]
  /** Throws unless every answer is the endpoint's own and receipts every entry. */
  check(heard: readonly (readonly Answered[])[]): Promise<void>
}

/** In which form a hand-in goes over the line. */
export type Form = 'JSON' | 'columns'

/** What a round hands in, made, signed and packed before a clock runs. */
export const prepareRound = async (
  form: Form,
  devices: readonly TestDevice[],
  batches: number,
  chance: Chance,
): Promise<Round> => {
  const prepare = form === 'JSON' ? prepareSync : prepareSyncInColumns
  const prepared: (Prepared & { push: readonly Entry[] })[][] = devices.map(() => [])
  const rows: RawRow[] = []
  for (let batch = 0; batch < batches; batch += 1)
    for (const [client, device] of devices.entries()) {
      const push = aBatch(device, communeBooks[client % communeBooks.length] ?? '', perBatch, chance)
      rows.push(...push.map(rowOf))
      prepared[client]?.push({ ...(await prepare(device, { push })), push })
    }
  return {
    messages: prepared.map((all) => all.map(({ headers, body }) => ({ headers, body }))),
    rows,
    check: async (heard) => {
      for (const [client, all] of prepared.entries())
        for (const [at, one] of all.entries()) {
          const answered = heard[client]?.[at]
          const body =
            answered === undefined ? null : await believed(one, answered, form === 'JSON' ? undefined : one.push)
          const taken = body?.acks.filter(({ status }) => status === 'accepted').length
          if (taken !== perBatch) throw new Error(`a batch was not taken: ${answered?.status}, ${taken} entries`)
        }
    },
  }
}

const rowOf = (entry: Entry): RawRow => {
  const { book, id, device, n, subject, kind, at } = entry
  const text = entryText(entry)
  return { book, id, hash: sha256Hex(text), stamp: at, device, n, subject, kind, text, arrived: Date.now() }
}
