import { gunzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { columnsType } from '../../wire/columns/columnBody.ts'
import { syncLimits } from '../../wire/messages/sync.ts'
import { depthOf } from '../accept/depthOf.ts'
import { sha256Hex } from '../keys/sha256.ts'
import { Refused } from './refuse.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Hex SHA-256 of the body as sent (packed); of no bytes where there is none. */
    bodyHash: string
  }
}

/** Greatest size of a body in bytes, as sent and unpacked. */
export type Most = { packed: number; unpacked: number }

/** What a message that isn't a sync may weigh. */
const smallBody: Most = { packed: syncLimits.packedBytes, unpacked: syncLimits.packedBytes }

const noBytes = sha256Hex('')

/** Keeps a body, JSON or columns, as the bytes that came, with their hash: it is unpacked and read only once it is known who speaks. */
export const packedJson = (app: FastifyInstance): void => {
  app.decorateRequest('bodyHash', noBytes)
  app.removeAllContentTypeParsers()
  const kept = async (request: FastifyRequest, body: Buffer) => {
    request.bodyHash = sha256Hex(body)
    return body
  }
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, kept)
  app.addContentTypeParser(columnsType, { parseAs: 'buffer' }, kept)
}

/**
 * The JSON of a request, plain or gzip. Packed size, unpacked size and depth are checked before anything is built from
 * it. `mostOf` may ask for less once it has seen what the body holds.
 */
export const readJson = (
  request: FastifyRequest,
  most: Most = smallBody,
  mostOf = (_value: unknown) => most,
): unknown => {
  const { body } = request
  if (!Buffer.isBuffer(body)) throw new Refused(400, 'bad-request', 'The body is missing.')
  const gzipped = isGzip(request.headers['content-encoding'])
  const check = (limit: Most, unpacked: number) => {
    if (gzipped && body.length > limit.packed) throw tooLarge(limit.packed)
    if (unpacked > limit.unpacked) throw tooLarge(limit.unpacked)
  }
  check(most, 0)
  const bytes = gzipped ? unpack(body, most.unpacked) : body
  check(most, bytes.length)
  const value = parse(bytes.toString('utf8'))
  check(mostOf(value), bytes.length)
  return value
}

const isGzip = (encoding = 'identity'): boolean => {
  const packing = encoding.trim().toLowerCase()
  if (packing !== 'gzip' && packing !== 'identity')
    throw new Refused(415, 'bad-request', 'Only gzip is understood as a packing.')
  return packing === 'gzip'
}

const parse = (text: string): unknown => {
  if (depthOf(text) > syncLimits.depth)
    throw new Refused(413, 'too-large', 'The JSON is nested too deeply.', { max: syncLimits.depth })
  try {
    return JSON.parse(text)
  } catch {
    throw new Refused(400, 'bad-request', 'The body is not JSON.')
  }
}

export const tooLarge = (max: number) => new Refused(413, 'too-large', `The body is larger than ${max} bytes.`, { max })

const unpack = (body: Buffer, max: number): Buffer => {
  try {
    // A bomb stops here: zlib gives up beyond this length.
    return gunzipSync(body, { maxOutputLength: max, chunkSize: likelySize(body) })
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(max)
    throw new Refused(400, 'bad-request', 'The gzip could not be unpacked.')
  }
}

/** What a gzip says of itself at its end (RFC 1952, ISIZE), so that it is unpacked in one piece; it may say anything. */
const likelySize = (body: Buffer): number =>
  body.length < 4 ? 1024 : Math.min(Math.max(body.readUInt32LE(body.length - 4) + 1, 1024), 512 * 1024)
