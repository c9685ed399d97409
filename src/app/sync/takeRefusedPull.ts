import type { RefusedPull } from '../../wire/messages/sync.ts'
import { wipeText } from '../../wire/signing/texts.ts'
import { countWaiting } from '../store/deliveries.ts'
import { startOver } from '../store/startOver.ts'
import type { Enrolment } from '../store/tables.ts'
import { wipeOthers } from '../store/wipe.ts'
import { endpointSigned } from '../transport/verify.ts'
import type { Attempt } from './attempt.ts'
import type { Run } from './run.ts'
import type { Step } from './takeError.ts'

/** The pull was refused; what was pushed with it is durable, and the receipt was right. */
export const takeRefusedPull = async (
  run: Run,
  attempt: Attempt,
  enrolment: Enrolment,
  nonce: string,
  refused: RefusedPull,
): Promise<Step> => {
  const { database, device } = run
  const epoch = refused.epoch ?? enrolment.epoch
  // [I4] Whatever else it says: what was receipted by an endpoint that was lost since waits again, before any wipe.
  if (epoch !== enrolment.epoch && refused.error !== 'other-epoch')
    await startOver(database, enrolment, epoch, device.nowMs())
  switch (refused.error) {
    // CASE 1: the endpoint was restored. It gets back what it lost, and the books begin afresh, without a tap [I6].
    case 'other-epoch': {
      if (attempt.answered.has(`epoch ${epoch}`)) return { at: 'no-signal', why: 'not-the-endpoint' }
      attempt.answered.add(`epoch ${epoch}`)
      await startOver(database, enrolment, epoch, device.nowMs())
      return { at: 'more' }
    }
    // CASE 2: the rights were taken back. What waits is still handed in, to quarantine; an order to wipe is obeyed.
    case 'revoked': {
      const order = wipeText({ device: enrolment.device, epoch, nonce, wipe: true })
      const wipe = typeof refused.wipe === 'string' && (await endpointSigned(enrolment.receiptKey, order, refused.wipe))
      run.signal.throwIfAborted()
      if (wipe) await wipeOthers(database, device.nowMs())
      return (await leftToPush(run, attempt)) ? { at: 'more' } : { at: 'stopped', why: 'revoked' }
    }
    // CASE 3: this app is too old or too new to pull; the push goes on without [I9].
    case 'protocol':
      attempt.pushOnly = true
      return (await leftToPush(run, attempt)) ? { at: 'more' } : { at: 'stopped', why: 'protocol' }
  }
}

const leftToPush = async ({ database }: Run, { skip }: Attempt): Promise<boolean> =>
  (await countWaiting(database)) > skip.size
