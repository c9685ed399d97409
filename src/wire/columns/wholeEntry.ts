import { isClock } from './clockColumn.ts'
import { isUuid } from './uuidColumn.ts'

/** An entry whose fields are what the contract says, and `seq` and `stamp` or neither. */
export type WholeEntry = {
  id: string
  book: string
  kind: string
  v: number
  subject: string
  at: string
  device: string
  person: string
  n: number
  body: unknown
  seq?: number
  stamp?: string
}

const wellKnown = new Set(['id', 'book', 'kind', 'v', 'subject', 'at', 'device', 'person', 'n', 'body', 'seq', 'stamp'])

/** What this form knows nothing of, and carries along. */
export const othersOf = (entry: WholeEntry): { [field: string]: unknown } =>
  Object.fromEntries(Object.entries(entry).filter(([field]) => !wellKnown.has(field)))

export const isWhole = (value: unknown): value is WholeEntry => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const { id, book, kind, v, subject, at, device, person, n, seq, stamp, body } = value as { [field: string]: unknown }
  const own = [id, subject, device].every((one) => typeof one === 'string' && isUuid(one)) && isClock(at)
  const texts = [book, kind, person].every((one) => typeof one === 'string')
  const numbers = [v, n].every(Number.isSafeInteger) && body !== undefined
  const added = seq === undefined ? stamp === undefined : Number.isSafeInteger(seq) && isClock(stamp)
  return own && texts && numbers && added && !Object.hasOwn(value, '__proto__')
}
