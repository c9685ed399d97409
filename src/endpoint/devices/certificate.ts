import type { Certificate } from '../../wire/messages/enrol.ts'
import { certificateText } from '../../wire/signing/texts.ts'
import type { Db } from '../books/tables.ts'
import type { EndpointKeys } from '../keys/endpointKeys.ts'
import type { Speaker } from './speaker.ts'

/**
 * What a device shows an endpoint that no longer knows it: signed by the receipt key, made anew at every change and kept,
 * so that an answer that got lost is answered alike.
 */
export const certificateFor = async (db: Db, keys: EndpointKeys, speaker: Speaker): Promise<Certificate> => {
  const { id, publicKey, person, role, books, issued } = speaker
  const row = await db.selectFrom('devices').select('certificate').where('id', '=', id).executeTakeFirst()
  if (row?.certificate) return JSON.parse(row.certificate) as Certificate
  const said = { device: id, publicKey, person, role, books: [...books], issued }
  const certificate = { ...said, sig: await keys.sign(certificateText(said)) }
  await db
    .updateTable('devices')
    .set({ certificate: JSON.stringify(certificate) })
    .where('id', '=', id)
    .execute()
  return certificate
}

export const certificateIsOurs = (keys: EndpointKeys, certificate: Certificate): Promise<boolean> =>
  keys.signed(certificateText(certificate), certificate.sig)
