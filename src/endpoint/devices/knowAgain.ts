import type { Certificate } from '../../wire/messages/enrol.ts'
import { audit } from '../books/audit.ts'
import type { Db } from '../books/tables.ts'
import { newDevice } from './newDevice.ts'
import { readSpeaker, type Speaker } from './speaker.ts'

/**
 * The device of a certificate that this endpoint signed, known again after a restore from an older backup: it may hand in
 * at once, and reads when an admin has confirmed it. The caller has checked certificate and signature.
 */
export const knowAgain = async (tx: Db, certificate: Certificate, nowMs: number): Promise<Speaker> => {
  const { device, publicKey, person, role, books, issued } = certificate
  const known = await readSpeaker(tx, device)
  if (known !== null) return known
  const row = newDevice(
    device,
    publicKey,
    person,
    role,
    books.map(({ id }) => id),
  )
  await tx
    .insertInto('devices')
    .values({ ...row, issued })
    .execute()
  await audit(tx, nowMs, 'device.enrolled-again', device, { person: person.id })
  const speaker = await readSpeaker(tx, device)
  if (speaker === null) throw new Error('a device was known again and is not there')
  return speaker
}
