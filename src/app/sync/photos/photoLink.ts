import { photoReceiptText } from '../../../wire/signing/texts.ts'
import type { Device } from '../../device/device.ts'
import type { Database, Enrolment } from '../../store/tables.ts'
import { type Answer, type SignedRequest, signedRequest } from '../../transport/signedRequest.ts'
import { endpointSigned } from '../../transport/verify.ts'

/** The way to the endpoint for one hand-in of photos. */
export type PhotoLink = {
  readonly database: Database
  readonly device: Device
  readonly enrolment: Enrolment
  readonly clockOffsetMs: number
  /** How long one request may take; a piece of a photo is larger than a day's records. */
  readonly timeoutMs: number
  /** Aborted when this hand-in is given up. */
  readonly signal: AbortSignal
}

const tus = { 'tus-resumable': '1.0.0' }

export const ask = (
  { device, enrolment, clockOffsetMs, timeoutMs, signal }: PhotoLink,
  request: Pick<SignedRequest, 'method' | 'path' | 'body'> & { headers?: { [name: string]: string } },
): Promise<Answer> =>
  signedRequest(device, enrolment, {
    ...request,
    headers: { ...tus, ...request.headers },
    timeoutMs,
    clockOffsetMs,
    signal,
  })

/** [L3] Whether this answer carries the endpoint's receipt for that very hash. */
export const isReceipted = (
  { enrolment }: PhotoLink,
  answer: Extract<Answer, { at: 'answer' }>,
  sha256: string,
): Promise<boolean> => {
  const { device, epoch, receiptKey } = enrolment
  const text = photoReceiptText({ device, epoch, nonce: answer.nonce, sha256 })
  return endpointSigned(receiptKey, text, answer.headers.get('x-receipt') ?? '')
}
