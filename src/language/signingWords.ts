import type { Signature } from '../domain/entries/communeBodies.ts'
import { m } from './words/messages.js'

/** The honest ways of signing, and of not signing. */
export const signingWords: { [H in Signature['how']]: () => string } = {
  'on-device': m.sign_on_device,
  'on-paper': m.sign_on_paper,
  'fingerprint-on-paper': m.sign_fingerprint,
  'by-proxy': m.sign_by_proxy,
  absent: m.sign_absent,
  declined: m.sign_declined,
}
