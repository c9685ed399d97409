import { gunzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { syncLimits } from '../../wire/messages/sync.ts'
import { sha256Hex } from '../keys/sha256.ts'
import { Refused } from './refuse.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Hex SHA-256 of the body as sent (packed); of no bytes where there is none. */
    bodyHash: string
  }
}

const noBytes = sha256Hex('')

/**
 * JSON bodies, plain or gzip, within the contract's limits: packed and unpacked size and depth are checked before
 * anything is built from them. A body with `back` (a whole sealed page) may be larger.
 */
export const packedJson = (app: FastifyInstance): void => {
  app.decorateRequest('bodyHash', noBytes)
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: syncLimits.backPackedBytes },
    async (request: FastifyRequest, body: Buffer) => {
      request.bodyHash = sha256Hex(body)
      return parse(body, request.headers['content-encoding'])
    },
  )
}

const parse = (body: Buffer, encoding: string | undefined): unknown => {
  const text = unpacked(body, encoding).toString('utf8')
  if (depthOf(text) > syncLimits.depth)
    throw new Refused(413, 'too-large', 'The JSON is nested too deeply.', { max: syncLimits.depth })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Refused(400, 'bad-request', 'The body is not JSON.')
  }
  const back = (value as { back?: unknown } | null)?.back
  const large = Array.isArray(back) && back.length > 0
  const most = large ? syncLimits.backPackedBytes : syncLimits.packedBytes
  if (encoding === 'gzip' && body.length > most) throw tooLarge(most)
  const mostUnpacked = large ? syncLimits.backUnpackedBytes : syncLimits.unpackedBytes
  if (Buffer.byteLength(text) > mostUnpacked) throw tooLarge(mostUnpacked)
  return value
}

const tooLarge = (max: number) => new Refused(413, 'too-large', `The body is larger than ${max} bytes.`, { max })

const unpacked = (body: Buffer, encoding: string | undefined): Buffer => {
  if (encoding === undefined || encoding === 'identity') return body
  if (encoding !== 'gzip') throw new Refused(415, 'bad-request', 'Only gzip is understood as a packing.')
  try {
    // A bomb stops here: zlib gives up beyond this length.
    return gunzipSync(body, { maxOutputLength: syncLimits.backUnpackedBytes })
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(syncLimits.backUnpackedBytes)
    throw new Refused(400, 'bad-request', 'The gzip could not be unpacked.')
  }
}

/** Nesting of arrays and objects, read over the text so that no parser has to recurse first. */
const depthOf = (text: string): number => {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (inString) {
      if (code === 0x5c) at += 1
      else if (code === 0x22) inString = false
    } else if (code === 0x22) inString = true
    else if (code === 0x7b || code === 0x5b) {
      depth += 1
      if (depth > deepest) deepest = depth
    } else if (code === 0x7d || code === 0x5d) depth -= 1
  }
  return deepest
}
