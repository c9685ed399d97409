import type { FastifyReply, FastifyRequest } from 'fastify'
import { photoLimits } from '../../wire/messages/photos.ts'
import { photoReceiptText } from '../../wire/signing/texts.ts'
import type { Tables } from '../books/tables.ts'
import type { Speaker } from '../devices/speaker.ts'
import { sha256Hex } from '../keys/sha256.ts'
import { notePicture } from '../shelf/notePicture.ts'
import { pictureKind } from '../shelf/pictureKind.ts'
import type { Shelf } from '../shelf/shelf.ts'
import type { Doors } from './doors.ts'
import { Refused } from './refuse.ts'

export type Upload = Tables['uploads']

/** At full length: hash, kind, limits, then durable, and only then the receipt [I3]. */
export const keepPhoto = async (
  doors: Doors & { shelf: Shelf },
  request: FastifyRequest,
  reply: FastifyReply,
  speaker: Speaker,
  upload: Upload,
): Promise<FastifyReply> => {
  const { shelf, books, now } = doors
  const bytes = await shelf.readUpload(upload.id, upload.sha256)
  if (sha256Hex(bytes) !== upload.sha256) {
    await shelf.restart(upload.id)
    const message = 'The bytes are not what was said: begin again.'
    return reply.header('upload-offset', 0).code(460).send({ error: 'bad-request', message })
  }
  const kind = pictureKind(bytes)
  if (kind === null || kind.width * kind.height > photoLimits.pixels) {
    await shelf.drop(upload.id)
    await books.db.deleteFrom('uploads').where('id', '=', upload.id).execute()
    throw kind === null
      ? new Refused(415, 'not-a-picture', 'This is neither a JPEG nor a WebP picture.')
      : new Refused(413, 'too-large', `A picture may have ${photoLimits.pixels} pixels.`, { max: photoLimits.pixels })
  }
  await shelf.keep(upload.id, upload.sha256)
  const picture = { sha256: upload.sha256, bytes: bytes.length, kind }
  await books.together((tx) => notePicture(tx, speaker, picture, now()))
  await addReceipt(doors, request, reply, speaker, upload.sha256)
  return reply.send()
}

export const addReceipt = async (
  { keys }: Doors,
  request: FastifyRequest,
  reply: FastifyReply,
  speaker: Speaker,
  sha256: string,
): Promise<void> => {
  const nonce = request.authorization?.nonce ?? ''
  reply.header('x-receipt', await keys.sign(photoReceiptText({ device: speaker.id, epoch: keys.epoch, nonce, sha256 })))
}
