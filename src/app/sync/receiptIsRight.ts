import type { Ack } from '../../wire/messages/sync.ts'
import { receiptText } from '../../wire/signing/texts.ts'
import type { Enrolment } from '../store/tables.ts'
import { endpointSigned } from '../transport/verify.ts'

export type Receipted = { epoch: string; acks: readonly Ack[]; upTo: number; receipt: string }

/** [I2] Whether the endpoint this phone enrolled at signed these very acks, in answer to this very request. */
export const receiptIsRight = (
  { device, receiptKey }: Enrolment,
  nonce: string,
  { epoch, acks, upTo, receipt }: Receipted,
): Promise<boolean> => {
  const lines = acks.map(({ id, hash, status }) => [id, hash, status] as const)
  return endpointSigned(receiptKey, receiptText({ device, epoch, nonce, acks: lines, upTo }), receipt)
}
