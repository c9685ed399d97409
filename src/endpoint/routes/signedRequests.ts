import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Authorization, parseAuthorization, requestWindowSeconds } from '../../wire/signing/authorization.ts'
import { answerText, requestText } from '../../wire/signing/texts.ts'
import { saidOnce } from '../books/saidOnce.ts'
import type { Db } from '../books/tables.ts'
import { readSpeaker, type Speaker } from '../devices/speaker.ts'
import { deviceSigned, type EndpointKeys } from '../keys/endpointKeys.ts'
import { sha256Hex } from '../keys/sha256.ts'
import type { Doors } from './doors.ts'
import { Refused } from './refuse.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** As parsed from the header; present also where the device is unknown, so that the answer can be signed. */
    authorization: Authorization | null
  }
}

/**
 * Signs every answer to a signed request, errors and pictures included [I2]: the phone acts on nothing else. Runs
 * before packing, so that the hash is of the body as it was said.
 */
export const signedAnswers = (app: FastifyInstance, { keys }: Doors): void => {
  app.decorateRequest('authorization', null)
  app.addHook('onRequest', async (request) => {
    request.authorization = parseAuthorization(request.headers.authorization)
  })
  app.addHook('onSend', async (request, reply, payload) => {
    await signAnswer(request, reply, payload, keys)
    return payload
  })
}

const noBytes = sha256Hex('')
const isUpload = /^\/api\/(photos|bundles)\//

/** `X-Answer`, where the request named a device and a nonce to answer to. A HEAD's answer has no body to sign. */
export const signAnswer = async (
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  keys: EndpointKeys,
): Promise<void> => {
  const authorization = parseAuthorization(request.headers.authorization)
  if (authorization === null) return
  const said = typeof payload === 'string' || Buffer.isBuffer(payload) ? payload : ''
  const picture = String(reply.getHeader('content-type') ?? '').startsWith('image/')
  const body = said.length === 0 || picture || request.method === 'HEAD' ? noBytes : sha256Hex(said)
  const { device, nonce } = authorization
  reply.header('x-answer', await keys.sign(answerText({ device, nonce, status: reply.statusCode, body })))
}

/** The device that signed this request, or a refusal: unknown, wrong signature, wrong clock, or said before. */
export const speakerOfRequest = async (request: FastifyRequest, doors: Doors): Promise<Speaker> => {
  const { speaker, useUp } = await speakerToCommit(request, doors)
  await doors.books.together(useUp)
  return speaker
}

/**
 * As `speakerOfRequest`, for a request that commits anyway: the caller uses the nonce up, first thing in its own
 * transaction, whatever else becomes of the request.
 */
export const speakerToCommit = async (
  request: FastifyRequest,
  doors: Doors,
): Promise<{ speaker: Speaker; useUp: UseUp }> => {
  const { authorization } = request
  if (authorization === null) throw new Refused(401, 'bad-signature', 'This request must be signed by a device.')
  const speaker = await readSpeaker(doors.books.db, authorization.device)
  if (speaker === null) throw new Refused(401, 'unknown-device', 'This device is not known here.')
  return { speaker, useUp: await usable(request, authorization, speaker.publicKey, doors) }
}

/** Uses a nonce up; a refusal where it was used before. */
export type UseUp = (tx: Db) => Promise<void>

export const checkSignature = async (
  request: FastifyRequest,
  authorization: Authorization,
  publicKey: Speaker['publicKey'],
  doors: Doors,
): Promise<void> => doors.books.together(await usable(request, authorization, publicKey, doors))

/** Signature, then clock, then nonce: a stranger learns nothing and uses nothing up. */
const usable = async (
  request: FastifyRequest,
  authorization: Authorization,
  publicKey: Speaker['publicKey'],
  { now }: Doors,
): Promise<UseUp> => {
  const { ts, nonce, sig, device } = authorization
  // A piece of a picture or a bundle is signed without its bytes: their hash counts at the end.
  const bodyHash = request.method === 'PATCH' && isUpload.test(request.url) ? noBytes : request.bodyHash
  const text = requestText(request.method, request.url, ts, nonce, bodyHash)
  if (!(await deviceSigned(publicKey, text, sig)))
    throw new Refused(401, 'bad-signature', 'The signature is not right.')
  const nowSeconds = Math.floor(now() / 1000)
  if (Math.abs(nowSeconds - ts) > requestWindowSeconds) {
    throw new Refused(401, 'clock', 'The clock of this device is wrong.', { time: new Date(now()).toISOString() })
  }
  return async (tx) => {
    if (!(await firstTime(tx, device, nonce, ts, nowSeconds)))
      throw new Refused(401, 'replayed', 'This request was made before.')
  }
}

/** A nonce serves once within the window, also across restarts: it is kept until the window has passed. */
const firstTime = async (tx: Db, device: string, nonce: string, ts: number, nowSeconds: number): Promise<boolean> => {
  await forgetNonces(tx, nowSeconds - 2 * requestWindowSeconds)
  return (await insertNonce(tx, device, nonce, ts)).length > 0
}

const forgetNonces = saidOnce((db, before: number) => db.deleteFrom('nonces').where('ts', '<', before))

const insertNonce = saidOnce((db, device: string, nonce: string, ts: number) =>
  db
    .insertInto('nonces')
    .values({ device, nonce, ts })
    .onConflict((conflict) => conflict.doNothing())
    .returning('ts'),
)
