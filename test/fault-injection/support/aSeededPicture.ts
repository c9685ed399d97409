import { createHash } from 'node:crypto'
import { aPicture } from '../../support/aPicture.ts'

/** A picture whose bytes come from a text and don't pack: no two are alike, and the same text gives the same. */
export const aSeededPicture = (text: string, length: number): Buffer => {
  const picture = aPicture(0, length)
  const head = 24
  let hash = createHash('sha256').update(text).digest()
  for (let at = head; at < length; at += hash.length) {
    hash.copy(picture, at)
    hash = createHash('sha256').update(hash).digest()
  }
  return picture
}
