import { uuid7 } from '../../../src/endpoint/accept/uuid7.ts'
import type { Chance } from '../../../src/endpoint/demo/chance.ts'
import { hashOf, sha256Hex, type TestDevice } from '../../support/testDevice.ts'
import { aSeededPicture } from './aSeededPicture.ts'
import type { Killable } from './killable.ts'
import { photoTaken } from './photoTaken.ts'
import type { Receipted } from './receipted.ts'
import { sendAtOnce, sendInPieces } from './sendInPieces.ts'

/** A piece is small here, so that a photo has several. */
const piece = 16 * 1024

/**
 * Somebody who hands in without a pause, notes and photos, until `enough`: what is not receipted is handed in again, as
 * it was. Notes down what it holds receipts for.
 */
export const writeUntil = async (
  device: TestDevice,
  book: string,
  { house, chance, seen, enough }: { house: Killable; chance: Chance; seen: Receipted; enough: () => boolean },
): Promise<void> => {
  const note = () =>
    device.entry(book, 'note.added', uuid7(Date.now()), { text: `ghi ${chance.hex(chance.between(4, 60))}` })
  while (!enough()) {
    const push = Array.from({ length: chance.between(1, 6) }, note)
    if (chance.happens(0.25)) {
      const evidence = aSeededPicture(chance.hex(8), chance.between(2_000, 60_000))
      const preview = aSeededPicture(chance.hex(8), chance.between(1_000, 4_000))
      const photo = uuid7(Date.now())
      push.push(device.entry(book, 'photo.taken', uuid7(Date.now()), photoTaken(photo, evidence, preview)) as never)
      await handIn(device, push, house, seen)
      await sendAtOnce(device, preview, house.up)
      seen.photos.add(sha256Hex(preview))
      await sendInPieces(device, evidence, 'evidence', { piece, cut: () => null, up: house.up })
      seen.photos.add(sha256Hex(evidence))
    } else await handIn(device, push, house, seen)
  }
}

type Push = Parameters<typeof hashOf>[0][]

const handIn = async (device: TestDevice, push: Push, house: Killable, seen: Receipted): Promise<void> => {
  for (;;) {
    const answer = await device.sync({ push }).catch(() => null)
    if (answer?.status === 200 && answer.answerIsRight && (await device.receiptIsRight(answer))) {
      const taken = answer.body.acks.filter(({ status }) => status === 'accepted' || status === 'duplicate')
      if (taken.length !== push.length) throw new Error(JSON.stringify(answer.body.acks))
      for (const { id, hash } of taken) seen.entries.set(id ?? '', hash ?? '')
      for (const entry of push) {
        if (seen.entries.get(entry.id) !== hashOf(entry)) throw new Error(`a receipt for another hash: ${entry.id}`)
      }
      return
    }
    await house.up()
  }
}
