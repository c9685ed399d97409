import type { Signature } from '../domain/entries/communeBodies.ts'
import { m } from './words/messages.js'

/** How somebody signed, or why not. */
export const signatureWords: { [How in Signature['how']]: () => string } = {
  'on-device': m.signed_on_device,
  'on-paper': m.signed_on_paper,
  'fingerprint-on-paper': m.signed_fingerprint_on_paper,
  'by-proxy': m.signed_by_proxy,
  absent: m.signed_absent,
  declined: m.signed_declined,
}
