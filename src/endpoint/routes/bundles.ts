import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { bundleLimits } from '../../wire/bundle/layout.ts'
import { BundleRefused } from '../bundles/bundleRefused.ts'
import { answeredBefore, takeBundle } from '../bundles/takeBundle.ts'
import type { Speaker } from '../devices/speaker.ts'
import type { Shelf } from '../shelf/shelf.ts'
import type { Doors } from './doors.ts'
import type { Upload } from './keepPhoto.ts'
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

type Where = { Params: { id: string } }

/** Sealed files that a device carries for itself or another, by tus as photos are; only their author is believed. */
export const bundleRoutes = (app: FastifyInstance, doors: Doors & { shelf: Shelf }): void => {
  const { shelf, books, keys, now } = doors
  const alone = oneAtATime()
  const path = '/api/bundles/uploads/:id'

  app.options('/api/bundles', async (_request, reply) => reply.headers(whatTusCan(bundleLimits.bytes)).code(204).send())

  app.post('/api/bundles', async (request, reply) => {
    const speaker = await tusSpeaker(request, doors)
    const { bundle = '' } = metadataSaid(request)
    const before = await answeredBefore(books.db, bundle)
    if (before !== null) return reply.code(200).send(before)
    const first = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
    const length = request.headers['upload-length'] === undefined ? first.length : lengthSaid(request)
    if (length === 0) throw new Refused(400, 'bad-request', 'Neither Upload-Length nor the file itself was sent.')
    const max = bundleLimits.bytes
    if (length > max) throw new Refused(413, 'too-large', `A sealed file may have ${max} bytes.`, { max })
    if (first.length > length) throw new Refused(413, 'too-large', 'More bytes than were said.', { max: length })
    await dropOthers(speaker)
    const upload = { id: randomUUID(), device: speaker.id, photo: '', sha256: bundle, tier: bundleTier, length }
    const row: Upload = { ...upload, expires: now() + uploadMs }
    await shelf.begin(row.id)
    await books.db.insertInto('uploads').values(row).execute()
    await shelf.append(row.id, first)
    if (first.length === length) return finish(reply, speaker, row)
    const headers = { location: `/api/bundles/uploads/${row.id}`, 'upload-offset': first.length, ...expiry(row) }
    return reply.headers(headers).code(201).send()
  })

  app.head<Where>(path, async (request, reply) => {
    const speaker = await tusSpeaker(request, doors)
    return alone(request.params.id, nothing, async () => {
      const { upload, offset } = await find(speaker, request.params.id)
      return reply
        .headers({ 'upload-length': upload.length, 'upload-offset': offset, ...expiry(upload) })
        .code(200)
        .send()
    })
  })

  app.patch<Where>(path, async (request, reply) => {
    const speaker = await tusSpeaker(request, doors)
    const body = request.body as Readable | undefined
    if (typeof body?.pipe !== 'function')
      throw new Refused(415, 'bad-request', 'A chunk is sent as application/offset+octet-stream.')
    const act = async () => {
      const { upload, offset } = await find(speaker, request.params.id)
      reply.headers({ 'upload-offset': offset, ...expiry(upload) })
      if (request.headers['upload-offset'] !== String(offset))
        return reply.code(409).send({ error: 'bad-request', message: `This upload stands at ${offset}.` })
      const reached = await takePiece(shelf, upload, offset, body)
      reply.header('upload-offset', reached)
      return reached === upload.length ? finish(reply, speaker, upload) : reply.code(204).send()
    }
    return alone(request.params.id, () => body.destroy(), act)
  })

  app.delete<Where>(path, async (request, reply) => {
    const speaker = await tusSpeaker(request, doors)
    return alone(request.params.id, nothing, async () => {
      await drop((await find(speaker, request.params.id)).upload)
      return reply.code(204).send()
    })
  })

  /** All bytes came: what became of them, or why none was taken in. The file goes either way. */
  const finish = async (reply: FastifyReply, speaker: Speaker, upload: Upload): Promise<FastifyReply> => {
    const inside = { db: books.db, keys, shelf, nowMs: now() }
    try {
      const answer = await takeBundle(inside, shelf.uploadPath(upload.id), speaker.id)
      await drop(upload)
      return reply.code(200).send(answer)
    } catch (error) {
      if (!(error instanceof BundleRefused)) throw error
      await drop(upload)
      throw new Refused(400, error.fault, error.message)
    }
  }

  const find = async (speaker: Speaker, id: string): Promise<{ upload: Upload; offset: number }> => {
    const upload = await ownUploads(speaker).where('id', '=', id).where('expires', '>', now()).executeTakeFirst()
    if (upload === undefined) throw new Refused(404, 'not-found', 'There is no such upload.')
    return { upload, offset: await shelf.offset(upload.id) }
  }

  const ownUploads = (speaker: Speaker) =>
    books.db.selectFrom('uploads').selectAll().where('device', '=', speaker.id).where('tier', '=', bundleTier)

  /** A device carries one file at a time: what it began before and never finished goes. */
  const dropOthers = async (speaker: Speaker): Promise<void> => {
    for (const upload of await ownUploads(speaker).execute()) await drop(upload)
  }

  const drop = async ({ id }: Upload): Promise<void> => {
    await books.db.deleteFrom('uploads').where('id', '=', id).execute()
    await shelf.drop(id)
  }
}
