import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { photoLimits, type Tier, tiers } from '../../wire/messages/photos.ts'
import type { Speaker } from '../devices/speaker.ts'
import { isKept, openQuarantine } from '../shelf/notePicture.ts'
import type { Shelf } from '../shelf/shelf.ts'
import type { Doors } from './doors.ts'
import { addReceipt, keepPhoto, type Upload } from './keepPhoto.ts'
import { oneAtATime } from './oneAtATime.ts'
import { Refused } from './refuse.ts'
import {
  bundleTier,
  expiry,
  lengthSaid,
  metadataSaid,
  nothing,
  takePiece,
  tusSpeaker,
  uploadMs,
  whatTusCan,
} from './tus.ts'

/**
 * Photos by tus 1.0 (creation, creation-with-upload, expiration, termination). Written here, not taken from a library:
 * a receipt, 460 with offset 0 and 200 for a known picture are this contract's own (decision 7).
 */
export const uploadRoutes = (app: FastifyInstance, doors: Doors & { shelf: Shelf }): void => {
  const { shelf, books, now } = doors
  const alone = oneAtATime()
  app.options('/api/photos', async (_request, reply) => reply.headers(whatTusCan(photoLimits.bytes)).code(204).send())

  app.post('/api/photos', async (request, reply) => {
    const speaker = await tusSpeaker(request, doors)
    const asked = announced(request)
    if (await isKept(books.db, asked.sha256)) {
      await openQuarantine(books.db, speaker, asked.sha256)
      await addReceipt(doors, request, reply, speaker, asked.sha256)
      return reply.header('upload-offset', asked.length).code(200).send()
    }
    const first = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
    if (first.length > asked.length)
      throw new Refused(413, 'too-large', 'More bytes than were said.', { max: asked.length })
    const upload: Upload = { ...asked, id: randomUUID(), device: speaker.id, expires: now() + uploadMs }
    await shelf.begin(upload.id)
    await books.db.insertInto('uploads').values(upload).execute()
    await shelf.append(upload.id, first)
    reply
      .headers({ location: `/api/photos/uploads/${upload.id}`, 'upload-offset': first.length, ...expiry(upload) })
      .code(201)
    return first.length === upload.length ? keepPhoto(doors, request, reply, speaker, upload) : reply.send()
  })

  app.head<{ Params: { id: string } }>('/api/photos/uploads/:id', async (request, reply) => {
    const speaker = await tusSpeaker(request, doors)
    return alone(request.params.id, nothing, async () => {
      const { upload, offset } = await findUpload(doors, speaker, request.params.id)
      reply.headers({ 'upload-length': upload.length, 'upload-offset': offset, ...expiry(upload) }).code(200)
      if (offset < upload.length) return reply.send()
      // All bytes came before, perhaps just before the endpoint fell: finish now, so that the phone gets its receipt.
      if (!(await isKept(books.db, upload.sha256))) return keepPhoto(doors, request, reply, speaker, upload)
      await addReceipt(doors, request, reply, speaker, upload.sha256)
      return reply.send()
    })
  })

  app.patch<{ Params: { id: string } }>('/api/photos/uploads/:id', async (request, reply) => {
    const speaker = await tusSpeaker(request, doors)
    const body = request.body as Readable | undefined
    if (typeof body?.pipe !== 'function')
      throw new Refused(415, 'bad-request', 'A chunk is sent as application/offset+octet-stream.')
    return alone(
      request.params.id,
      () => body.destroy(),
      async () => {
        const { upload, offset } = await findUpload(doors, speaker, request.params.id)
        reply.headers({ 'upload-offset': offset, ...expiry(upload) })
        if (request.headers['upload-offset'] !== String(offset)) {
          const message = `This upload stands at ${offset}.`
          return reply.code(409).send({ error: 'bad-request', message })
        }
        const reached = await takePiece(shelf, upload, offset, body)
        reply.header('upload-offset', reached).code(204)
        return reached === upload.length ? keepPhoto(doors, request, reply, speaker, upload) : reply.send()
      },
    )
  })

  app.delete<{ Params: { id: string } }>('/api/photos/uploads/:id', async (request, reply) => {
    const speaker = await tusSpeaker(request, doors)
    return alone(request.params.id, nothing, async () => {
      const { upload } = await findUpload(doors, speaker, request.params.id)
      await books.db.deleteFrom('uploads').where('id', '=', upload.id).execute()
      await shelf.drop(upload.id)
      return reply.code(204).send()
    })
  })
}

/** What a creation says of itself. */
const announced = (request: FastifyRequest): { photo: string; sha256: string; tier: string; length: number } => {
  const length = lengthSaid(request)
  const { photo = '', sha256 = '', tier = '' } = metadataSaid(request)
  const named = photo !== '' && photo.length <= 80 && photo.isWellFormed() && !photo.includes('\u0000')
  if (!/^[0-9a-f]{64}$/.test(sha256) || !named || !tiers.includes(tier as Tier))
    throw new Refused(400, 'bad-request', 'Upload-Metadata must name photo, sha256 and tier.')
  const max = tier === 'preview' ? photoLimits.previewBytes : photoLimits.bytes
  if (length > max) throw new Refused(413, 'too-large', `A picture of this tier may have ${max} bytes.`, { max })
  return { photo, sha256, tier, length }
}

const findUpload = async (
  { books, shelf, now }: Doors & { shelf: Shelf },
  speaker: Speaker,
  id: string,
): Promise<{ upload: Upload; offset: number }> => {
  const upload = await books.db
    .selectFrom('uploads')
    .selectAll()
    .where('id', '=', id)
    .where('device', '=', speaker.id)
    .where('tier', '!=', bundleTier)
    .where('expires', '>', now())
    .executeTakeFirst()
  if (upload === undefined) throw new Refused(404, 'not-found', 'There is no such upload.')
  // In its place already, perhaps just before the endpoint fell, with no row yet: not one byte is sent again.
  const isPlaced = async (sha256: string) => (await isKept(books.db, sha256)) || shelf.has(sha256)
  const offset = await shelf.offset(upload.id).catch(async () => ((await isPlaced(upload.sha256)) ? upload.length : 0))
  return { upload, offset }
}
