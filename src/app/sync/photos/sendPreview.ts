import { readPhotoBytes } from '../../store/photoBytes.ts'
import type { PhotoRow } from '../../store/photoRows.ts'
import { creation, octets } from './creation.ts'
import { ask, isReceipted, type PhotoLink } from './photoLink.ts'
import { type Sent, withoutReceipt } from './sent.ts'

/** A preview goes in one request with its creation and is receipted at once; one that is there goes without its bytes. */
export const sendPreview = async (link: PhotoLink, { photo, body }: PhotoRow, known: boolean): Promise<Sent> => {
  const { sha256 } = body.preview
  const bytes = await readPhotoBytes(link.database, sha256)
  if (bytes === null) return { at: 'aside', code: 'photo-bytes-gone' }
  const said = creation(photo, sha256, 'preview', bytes.length)
  const request = known ? { headers: said } : { body: bytes, headers: { ...octets, ...said } }
  const answer = await ask(link, { method: 'POST', path: '/api/photos', ...request })
  if (answer.at === 'no-signal') return { at: 'no-signal' }
  return (await isReceipted(link, answer, sha256)) ? { at: 'safe' } : withoutReceipt(answer)
}
