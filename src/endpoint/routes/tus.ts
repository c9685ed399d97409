import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { photoLimits } from '../../wire/messages/photos.ts'
import type { Speaker } from '../devices/speaker.ts'
import { sha256Hex } from '../keys/sha256.ts'
import type { Shelf } from '../shelf/shelf.ts'
import type { Doors } from './doors.ts'
import type { Upload } from './keepPhoto.ts'
import { Refused } from './refuse.ts'
import { speakerOfRequest } from './signedRequests.ts'

const tusVersion = '1.0.0'
const tusPaths = ['/api/photos', '/api/bundles']
/** An upload that nobody goes on with is dropped after this long. */
export const uploadMs = 30 * 86_400_000
/** What an upload of a bundle is called among the uploads; never a picture's tier. */
export const bundleTier = 'bundle'

/** What uploads of pictures and of bundles share: tus 1.0, written here (decision 7). */
export const speakTus = (app: FastifyInstance): void => {
  app.addContentTypeParser('application/offset+octet-stream', (request, payload, done) => {
    // A chunk is written as it comes; only a creation's small body is read whole, for it is signed with its hash.
    if (request.method === 'PATCH') return done(null, payload)
    readAll(payload, photoLimits.bytes).then((bytes) => {
      request.bodyHash = sha256Hex(bytes)
      done(null, bytes)
    }, done)
  })
  app.addHook('onSend', async (request, reply) => {
    if (tusPaths.some((path) => request.url.startsWith(path))) reply.header('tus-resumable', tusVersion)
  })
}

export const whatTusCan = (maxBytes: number) => ({
  'tus-version': tusVersion,
  'tus-extension': 'creation,creation-with-upload,expiration,termination',
  'tus-max-size': maxBytes,
})

export const expiry = ({ expires }: Pick<Upload, 'expires'>) => ({
  'upload-expires': new Date(Number(expires)).toUTCString(),
})

/** What stops an act that can't be stopped. */
export const nothing = (): void => undefined

/** The device that speaks, in a version of tus that is spoken here. */
export const tusSpeaker = async (request: FastifyRequest, doors: Doors): Promise<Speaker> => {
  const speaker = await speakerOfRequest(request, doors)
  const version = request.headers['tus-resumable']
  if (version !== undefined && version !== tusVersion)
    throw new Refused(412, 'bad-request', `Only tus ${tusVersion} is spoken here.`, {}, { 'tus-version': tusVersion })
  return speaker
}

/** Bytes that a creation announces. */
export const lengthSaid = (request: FastifyRequest): number => {
  const said = String(request.headers['upload-length'] ?? '')
  const length = Number(said)
  if (!/^\d{1,15}$/.test(said) || length === 0)
    throw new Refused(400, 'bad-request', 'Upload-Length is missing or not a number.')
  return length
}

/** What a creation says of itself; values are base64. */
export const metadataSaid = (request: FastifyRequest): { [key: string]: string } =>
  Object.fromEntries(
    String(request.headers['upload-metadata'] ?? '')
      .split(',')
      .map((pair) => pair.trim().split(' '))
      .map(([key = '', value = '']) => [key, Buffer.from(value, 'base64').toString('utf8')]),
  )

/** Writes a chunk as it comes; what arrived stays when the line breaks. Returns the offset reached. */
export const takePiece = async (shelf: Shelf, upload: Upload, offset: number, body: Readable): Promise<number> => {
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

const readAll = async (payload: AsyncIterable<unknown>, max: number): Promise<Buffer> => {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of payload) {
    parts.push(part as Buffer)
    length += (part as Buffer).length
    if (length > max) throw new Refused(413, 'too-large', `At most ${max} bytes in this one request.`, { max })
  }
  return Buffer.concat(parts)
}
