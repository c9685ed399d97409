import { inflateRawSync } from 'node:zlib'
import type { Entry } from '../../../src/domain/entries/entry.ts'
import { columnsType, splitBody, splitParts } from '../../../src/wire/columns/columnBody.ts'
import { ColumnReader } from '../../../src/wire/columns/columnReader.ts'
import { readSyncAnswer } from '../../../src/wire/columns/syncColumns.ts'
import { pushIn } from '../../support/pushIn.ts'
import { hashOf } from '../../support/testDevice.ts'
import type { Asked, Told } from './house.ts'

/** What an answer says, in JSON or in columns; null where it is neither. */
export const saidOf = async (asked: Asked, told: Told): Promise<unknown> => {
  if (told.headers['content-type'] !== columnsType) return jsonOf(told)
  const push = await pushIn(Buffer.from(asked.body ?? new Uint8Array(0)))
  const parts = splitParts(told.body)
  const read = async (part: number) => {
    const { bits, rest } = splitBody(parts[part] ?? new Uint8Array(0))
    return new ColumnReader(bits, inflateRawSync(rest), Number.MAX_SAFE_INTEGER)
  }
  return readSyncAnswer(await read(0), push.map(pushedOf), read, Number.MAX_SAFE_INTEGER)
}

/** An entry may be none: what nobody could read is answered without its id. */
const pushedOf = (entry: Entry) => {
  const { id = '', at = '', device = '' } = (entry ?? {}) as Partial<Entry>
  return { id, at, device, hash: hashOf(entry) }
}

const jsonOf = ({ body }: Told): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return null
  }
}
