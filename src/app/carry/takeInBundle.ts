import { bundleLimits } from '../../wire/bundle/layout.ts'
import { bundleAnswer } from '../../wire/messages/bundles.ts'
import type { Store } from '../store/store.ts'
import { readEnrolment } from '../store/tables.ts'
import { bundleAhead } from './bundleAhead.ts'
import { sendBundle } from './sendBundle.ts'
import { bundleReceiptIsRight, takeBundleAnswer } from './takeBundleAnswer.ts'

/** What became of a file that was taken in. `mine`: this phone wrote it, and now knows it as handed in. */
export type TakenIn =
  | { at: 'taken'; mine: boolean; entries: number; held: number; photos: number }
  | { at: 'no-signal'; sent: number }
  | { at: 'refused'; code: string }

/** The most that a sealed file may weigh. */
export const backupMostBytes: number = bundleLimits.bytes

const lockName = 'mai-am-carry'

/** Brings a sealed file to the endpoint, one at a time over all tabs. `told`: bytes that are there. */
export const takeInBundle = (
  { database, device }: Store,
  file: File,
  told: (sent: number) => void,
  signal: AbortSignal,
): Promise<TakenIn> =>
  navigator.locks.request(lockName, async (): Promise<TakenIn> => {
    const enrolment = await readEnrolment(database)
    if (enrolment === null) return { at: 'refused', code: 'unknown-device' }
    const ahead = await bundleAhead(device, enrolment, file)
    if (!ahead.ok) return { at: 'refused', code: ahead.why }
    let sent = 0
    const count = (bytes: number) => {
      sent = bytes
      told(bytes)
    }
    const said = await sendBundle({ database, device, enrolment, signal }, file, ahead.digest, count)
    if (said.at === 'no-signal') return { at: 'no-signal', sent }
    if (said.at === 'unreadable') return { at: 'refused', code: 'unreadable' }
    if (said.at === 'refused') return { at: 'refused', code: said.code }
    const read = bundleAnswer.safeParse(said.json)
    // [I2] Without a right receipt for this very file nothing is called taken in.
    const right =
      read.success && read.data.bundle === ahead.digest && (await bundleReceiptIsRight(enrolment, read.data))
    if (!read.success || !right) return { at: 'no-signal', sent }
    const answer = read.data
    const mine = answer.device === enrolment.device
    if (mine && answer.epoch === enrolment.epoch) await takeBundleAnswer(database, device, answer)
    const held = answer.acks.filter(({ status }) => status === 'held' || status === 'refused').length
    return { at: 'taken', mine, entries: answer.acks.length, held, photos: answer.photos.length }
  })
