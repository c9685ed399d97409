import type { Signature } from '../domain/entries/communeBodies.ts'
import { signatureWords } from './signatureWords.ts'
import { m } from './words/messages.js'

/** Who signed and how, in a line: "Lô Văn Páo · nhờ người ký thay · Lô Thị Mai (con gái)". */
export const signedWords = ({ how, name, proxy, reason, witness }: Signature): string =>
  [
    name ?? '',
    signatureWords[how](),
    proxy === undefined ? '' : `${proxy.name} (${proxy.relation})`,
    reason ?? '',
    witness === undefined ? '' : m.review_witness({ name: witness }),
  ]
    .filter((text) => text !== '')
    .join(' · ')
