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
