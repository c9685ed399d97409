import { type Certificate, certificate as certificateShape } from '../../wire/messages/enrol.ts'
import { bundleText } from '../../wire/signing/texts.ts'
import type { Db } from '../books/tables.ts'
import { certificateIsOurs } from '../devices/certificate.ts'
import { readSpeaker, type Speaker } from '../devices/speaker.ts'
import { deviceSigned, type EndpointKeys } from '../keys/endpointKeys.ts'
import type { BundleFile } from './bundleFile.ts'
import { BundleRefused } from './bundleRefused.ts'

/** Who wrote a bundle: a device known here, or one whose certificate this endpoint signed before it was restored. */
export type Author = { known: Speaker } | { again: Certificate }

/** Known, and the signature theirs; or a refusal. */
export const authorOf = async (
  db: Db,
  keys: EndpointKeys,
  { header, digest, signature }: BundleFile,
  certificate: unknown,
): Promise<Author> => {
  const known = await readSpeaker(db, header.device)
  const shown = known === null ? await ours(keys, certificate, header.device) : null
  const publicKey = known?.publicKey ?? shown?.publicKey
  if (publicKey === undefined) throw new BundleRefused('bundle-unknown-author')
  if (!(await deviceSigned(publicKey, bundleText({ bundle: digest, device: header.device }), signature)))
    throw new BundleRefused('bundle-forged')
  return known === null ? { again: shown as Certificate } : { known }
}

const ours = async (keys: EndpointKeys, shown: unknown, device: string): Promise<Certificate | null> => {
  const read = certificateShape.safeParse(shown)
  if (!read.success || read.data.device !== device) return null
  return (await certificateIsOurs(keys, read.data)) ? read.data : null
}
