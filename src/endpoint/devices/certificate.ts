import type { Certificate } from '../../wire/messages/enrol.ts'
import { certificateText } from '../../wire/signing/texts.ts'
import type { EndpointKeys } from '../keys/endpointKeys.ts'
import type { Speaker } from './speaker.ts'

/** What a device shows an endpoint that no longer knows it: signed by the receipt key, made anew at every change. */
export const certificateFor = async (
  keys: EndpointKeys,
  { id, publicKey, person, role, books, issued }: Speaker,
): Promise<Certificate> => {
  const said = { device: id, publicKey, person, role, books: [...books], issued }
  return { ...said, sig: await keys.sign(certificateText(said)) }
}

export const certificateIsOurs = (keys: EndpointKeys, certificate: Certificate): Promise<boolean> =>
  keys.signed(certificateText(certificate), certificate.sig)
