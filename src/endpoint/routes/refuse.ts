import { STATUS_CODES } from 'node:http'
import type { ErrorCode } from '../../wire/messages/errors.ts'

/** A refusal on its way out: status, code, a sentence for people, and what else the contract says goes with it. */
export class Refused extends Error {
  readonly status: number
  readonly code: ErrorCode
  readonly more: { [field: string]: unknown }
  readonly headers: { [name: string]: string }

  constructor(
    status: number,
    code: ErrorCode,
    message: string,
    more: { [field: string]: unknown } = {},
    headers: { [name: string]: string } = {},
  ) {
    super(message)
    this.status = status
    this.code = code
    this.more = more
    this.headers = headers
  }
}

/** What became of a request, as a refusal: ours as it is, the framework's and the database's in this contract's words. */
export const asRefusal = (error: unknown, bodyLimit = 0): Refused => {
  if (error instanceof Refused) return error
  const { statusCode, message, errcode } = error as { statusCode?: number; message?: string; errcode?: number }
  // SQLite's BUSY and LOCKED, with whatever their upper bits say.
  if (errcode !== undefined && [5, 6].includes(errcode & 0xff))
    return new Refused(503, 'busy', 'The books are busy; try again.', {}, { 'retry-after': '2' })
  if (statusCode === 413)
    return new Refused(413, 'too-large', `The body is larger than ${bodyLimit} bytes.`, { max: bodyLimit })
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new Refused(statusCode, 'bad-request', message ?? STATUS_CODES[statusCode] ?? 'Bad request.')
  return new Refused(500, 'busy', 'Something went wrong here; nothing that was receipted is lost.')
}
