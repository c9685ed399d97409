import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { haveRequest, photoLimits, type Tier, tiers } from '../../wire/messages/photos.ts'
import { photoReceiptText } from '../../wire/signing/texts.ts'
import type { Tables } from '../books/tables.ts'
import type { Speaker } from '../devices/speaker.ts'
import { sha256Hex } from '../keys/sha256.ts'
import { noteKept } from '../shelf/keepPicture.ts'
import { pictureKind } from '../shelf/pictureKind.ts'
import type { Shelf } from '../shelf/shelf.ts'
import type { Doors } from './doors.ts'
import { parsed } from './parsed.ts'
import { Refused } from './refuse.ts'
import { speakerOfRequest } from './signedRequests.ts'

const tusVersion = '1.0.0'
/** An upload that nobody goes on with is dropped after this long. */
const uploadDays = 30

type Upload = Tables['uploads']

/**
 * Photos by tus 1.0 (creation, creation-with-upload, expiration, termination), and reading them. Written here, not
 * taken from a library: a receipt, 460 with offset 0 and 200 for a known picture are this contract's own (decision 7).
 */
export const photoRoutes = (app: FastifyInstance, doors: Doors & { shelf: Shelf }): void => {
  const { shelf, books, now } = doors
  app.addContentTypeParser('application/offset+octet-stream', (request, payload, done) => {
    // A chunk is written as it comes; only a creation's small body is read whole, for it is signed with its hash.
    if (request.method === 'PATCH') return done(null, payload)
    readAll(payload, photoLimits.bytes).then((bytes) => {
      request.bodyHash = sha256Hex(bytes)
      done(null, bytes)
    }, done)
  })
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/photos')) reply.header('tus-resumable', tusVersion)
  })

  app.options('/api/photos', async (_request, reply) =>
    reply
      .headers({
        'tus-version': tusVersion,
        'tus-extension': 'creation,creation-with-upload,expiration,termination',
        'tus-max-size': photoLimits.bytes,
      })
      .code(204)
      .send(),
  )

  app.post('/api/photos', async (request, reply) => {
    const speaker = await speakerOfRequest(request, doors)
    const asked = announced(request)
    if (await isKept(doors, asked.sha256)) {
      await openQuarantine(doors, speaker, asked.sha256)
      await addReceipt(doors, request, reply, speaker, asked.sha256)
      return reply.header('upload-offset', asked.length).code(200).send()
    }
    const upload: Upload = { ...asked, id: randomUUID(), device: speaker.id, expires: now() + uploadDays * 86_400_000 }
    await shelf.begin(upload.id)
    await books.db.insertInto('uploads').values(upload).execute()
    reply
      .header('location', `/api/photos/uploads/${upload.id}`)
      .header('upload-expires', new Date(upload.expires).toUTCString())
    const first = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
    if (first.length > upload.length)
      throw new Refused(413, 'too-large', 'More bytes than were said.', { max: upload.length })
    await shelf.append(upload.id, first)
    reply.header('upload-offset', first.length).code(201)
    return first.length === upload.length ? finish(doors, request, reply, speaker, upload) : reply.send()
  })

  app.head<{ Params: { id: string } }>('/api/photos/uploads/:id', async (request, reply) => {
    const speaker = await speakerOfRequest(request, doors)
    const { upload, offset } = await findUpload(doors, speaker, request.params.id)
    reply.headers({
      'cache-control': 'no-store',
      'upload-length': upload.length,
      'upload-offset': offset,
      'upload-expires': new Date(upload.expires).toUTCString(),
    })
    if (offset < upload.length) return reply.code(200).send()
    // All bytes came before, perhaps just before the endpoint fell: finish now, so that the phone gets its receipt.
    if (!(await isKept(doors, upload.sha256))) return finish(doors, request, reply.code(200), speaker, upload)
    await addReceipt(doors, request, reply, speaker, upload.sha256)
    return reply.code(200).send()
  })

  app.patch<{ Params: { id: string } }>('/api/photos/uploads/:id', async (request, reply) => {
    const speaker = await speakerOfRequest(request, doors)
    const { upload, offset } = await findUpload(doors, speaker, request.params.id)
    if (Number(request.headers['upload-offset']) !== offset) {
      return reply
        .header('upload-offset', offset)
        .code(409)
        .send({ error: 'bad-request', message: `This upload stands at ${offset}.` })
    }
    const reached = await takeIn(shelf, upload, offset, request.body as Readable)
    reply.header('upload-offset', reached).code(204)
    return reached === upload.length ? finish(doors, request, reply, speaker, upload) : reply.send()
  })

  app.delete<{ Params: { id: string } }>('/api/photos/uploads/:id', async (request, reply) => {
    const speaker = await speakerOfRequest(request, doors)
    const { upload } = await findUpload(doors, speaker, request.params.id)
    await shelf.drop(upload.id)
    await books.db.deleteFrom('uploads').where('id', '=', upload.id).execute()
    return reply.code(204).send()
  })

  app.post('/api/photos/have', async (request) => {
    await speakerOfRequest(request, doors)
    const { sha256 } = parsed(haveRequest, request.body)
    if (sha256.length === 0) return { have: [] }
    const rows = await books.db.selectFrom('photos').select('sha256').where('sha256', 'in', sha256).execute()
    return { have: rows.map((row) => row.sha256) }
  })

  app.get<{ Params: { sha256: string } }>('/api/photos/:sha256', async (request, reply) => {
    const speaker = await speakerOfRequest(request, doors)
    const picture = await readablePicture(doors, speaker, request.params.sha256)
    const etag = `"${picture.sha256}"`
    reply.headers({
      etag,
      'cache-control': 'private, immutable, max-age=31536000',
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
    })
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    reply.type(picture.mime)
    const range = rangeOf(request.headers.range, picture.bytes)
    if (range === 'unsatisfiable') {
      return reply
        .header('content-range', `bytes */${picture.bytes}`)
        .code(416)
        .type('application/json')
        .send({ error: 'bad-request', message: 'There is no such range.' })
    }
    if (range === null)
      return reply
        .header('content-length', picture.bytes)
        .send(request.method === 'HEAD' ? undefined : shelf.read(picture.sha256))
    reply
      .headers({
        'content-range': `bytes ${range.start}-${range.end}/${picture.bytes}`,
        'content-length': range.end - range.start + 1,
      })
      .code(206)
    return reply.send(request.method === 'HEAD' ? undefined : shelf.read(picture.sha256, range))
  })
}

/** What a creation says of itself; metadata values are base64. */
const announced = (request: FastifyRequest): { photo: string; sha256: string; tier: string; length: number } => {
  const length = Number(request.headers['upload-length'])
  if (!Number.isSafeInteger(length) || length <= 0)
    throw new Refused(400, 'bad-request', 'Upload-Length is missing or not a number.')
  const metadata = Object.fromEntries(
    String(request.headers['upload-metadata'] ?? '')
      .split(',')
      .map((pair) => pair.trim().split(' '))
      .map(([key = '', value = '']) => [key, Buffer.from(value, 'base64').toString('utf8')]),
  )
  const { photo = '', sha256 = '', tier = '' } = metadata
  if (!/^[0-9a-f]{64}$/.test(sha256) || photo === '' || photo.length > 80 || !tiers.includes(tier as Tier)) {
    throw new Refused(400, 'bad-request', 'Upload-Metadata must name photo, sha256 and tier.')
  }
  const max = tier === 'preview' ? photoLimits.previewBytes : photoLimits.bytes
  if (length > max) throw new Refused(413, 'too-large', `A picture of this tier may have ${max} bytes.`, { max })
  return { photo, sha256, tier, length }
}

const findUpload = async (
  { books, shelf }: Doors & { shelf: Shelf },
  speaker: Speaker,
  id: string,
): Promise<{ upload: Upload; offset: number }> => {
  const upload = await books.db
    .selectFrom('uploads')
    .selectAll()
    .where('id', '=', id)
    .where('device', '=', speaker.id)
    .executeTakeFirst()
  if (upload === undefined) throw new Refused(404, 'not-found', 'There is no such upload.')
  const offset = await shelf
    .offset(upload.id)
    .catch(async () => ((await isKept({ books }, upload.sha256)) ? upload.length : 0))
  return { upload, offset }
}

/** Writes a chunk as it comes; what arrived stays when the line breaks. Returns the offset reached. */
const takeIn = async (shelf: Shelf, upload: Upload, offset: number, body: Readable): Promise<number> => {
  let reached = offset
  await shelf.begin(upload.id)
  for await (const chunk of body) {
    const bytes = chunk as Buffer
    if (reached + bytes.length > upload.length)
      throw new Refused(413, 'too-large', 'More bytes than were said.', { max: upload.length })
    await shelf.append(upload.id, bytes)
    reached += bytes.length
  }
  return reached
}

/** At full length: hash, kind, limits, then durable, and only then the receipt [I3]. */
const finish = async (
  doors: Doors & { shelf: Shelf },
  request: FastifyRequest,
  reply: FastifyReply,
  speaker: Speaker,
  upload: Upload,
): Promise<FastifyReply> => {
  const { shelf, books, now } = doors
  const bytes = await shelf.readUpload(upload.id)
  if (sha256Hex(bytes) !== upload.sha256) {
    await shelf.restart(upload.id)
    return reply
      .header('upload-offset', 0)
      .code(460)
      .send({ error: 'bad-request', message: 'The bytes are not what was said: begin again.' })
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
  await noteKept(books.db, {
    sha256: upload.sha256,
    bytes: bytes.length,
    kind,
    device: speaker.id,
    arrivedMs: now(),
    quarantine: speaker.revoked,
  })
  await addReceipt(doors, request, reply, speaker, upload.sha256)
  return reply.send()
}

const addReceipt = async (
  { keys }: Doors,
  request: FastifyRequest,
  reply: FastifyReply,
  speaker: Speaker,
  sha256: string,
): Promise<void> => {
  const nonce = request.authorization?.nonce ?? ''
  reply.header('x-receipt', await keys.sign(photoReceiptText({ device: speaker.id, epoch: keys.epoch, nonce, sha256 })))
}

const isKept = async ({ books }: Pick<Doors, 'books'>, sha256: string): Promise<boolean> =>
  (await books.db.selectFrom('photos').select('sha256').where('sha256', '=', sha256).executeTakeFirst()) !== undefined

/** A picture that only a revoked device had brought leaves quarantine when a device in good standing brings it too. */
const openQuarantine = async ({ books }: Doors, speaker: Speaker, sha256: string): Promise<void> => {
  if (!speaker.revoked)
    await books.db.updateTable('photos').set({ quarantine: 0 }).where('sha256', '=', sha256).execute()
}

/** A picture is for those who may read a book that names it; all others see nothing there. */
const readablePicture = async ({ books }: Doors, speaker: Speaker, sha256: string) => {
  const absent = new Refused(404, 'not-found', 'There is no such picture.')
  if (speaker.revoked || !speaker.confirmed) throw absent
  const picture = await books.db
    .selectFrom('photos')
    .selectAll()
    .where('sha256', '=', sha256)
    .where('quarantine', '=', 0)
    .executeTakeFirst()
  const names = await books.db.selectFrom('pictureNames').select('book').where('sha256', '=', sha256).execute()
  if (picture === undefined || !names.some(({ book }) => speaker.books.some(({ id }) => id === book))) throw absent
  return picture
}

/** One range of bytes, both ends included. */
const rangeOf = (
  header: string | undefined,
  length: number,
): { start: number; end: number } | 'unsatisfiable' | null => {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (match === null || (match[1] === '' && match[2] === '')) return null
  const start = match[1] === '' ? Math.max(0, length - Number(match[2])) : Number(match[1])
  const end = match[1] === '' || match[2] === '' ? length - 1 : Math.min(Number(match[2]), length - 1)
  return start > end || start >= length ? 'unsatisfiable' : { start, end }
}

const readAll = async (payload: AsyncIterable<unknown>, max: number): Promise<Buffer> => {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of payload) {
    parts.push(part as Buffer)
    length += (part as Buffer).length
    if (length > max) throw new Refused(413, 'too-large', `A picture may have ${max} bytes.`, { max })
  }
  return Buffer.concat(parts)
}
