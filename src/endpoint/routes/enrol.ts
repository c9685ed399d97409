import type { FastifyInstance } from 'fastify'
import { canonicalJson } from '../../domain/book/canonicalJson.ts'
import { type EnrolAnswer, type EnrolRequest, enrolAgainRequest, enrolRequest } from '../../wire/messages/enrol.ts'
import { audit } from '../books/audit.ts'
import type { Db } from '../books/tables.ts'
import { certificateFor, certificateIsOurs } from '../devices/certificate.ts'
import { knowAgain } from '../devices/knowAgain.ts'
import { newDevice } from '../devices/newDevice.ts'
import { readSpeaker, type Speaker } from '../devices/speaker.ts'
import { isPublicKey } from '../keys/endpointKeys.ts'
import { codeHash } from '../people/invites.ts'
import type { Doors } from './doors.ts'
import { failedTries } from './failedTries.ts'
import { readJson } from './packedJson.ts'
import { parsed } from './parsed.ts'
import { Refused } from './refuse.ts'
import { checkSignature } from './signedRequests.ts'

/** Wrong codes from one address in a quarter of an hour: people mistype a few times, a guesser needs millions. */
const mostFailures = 100
const windowMs = 15 * 60_000

export const enrolRoutes = (app: FastifyInstance, doors: Doors): void => {
  const tries = failedTries(mostFailures, windowMs, doors.now)
  app.post('/api/enrol', async (request, reply) => {
    const asked = parsed(enrolRequest, readJson(request))
    if (tries.tooMany(request.ip)) {
      const headers = { 'retry-after': String(tries.secondsLeft(request.ip)) }
      throw new Refused(429, 'too-many', 'Too many wrong codes; wait a little.', {}, headers)
    }
    if (!(await isPublicKey(asked.publicKey)))
      throw new Refused(400, 'bad-request', 'The public key is not a point of P-256.')
    const speaker = await doors.books.db
      .transaction()
      .execute((tx) => claim(tx, asked, doors.now()))
      .catch((error: unknown) => {
        if (error instanceof Refused) tries.count(request.ip)
        throw error
      })
    return reply.code(201).send(await enrolAnswer(doors, speaker))
  })

  app.post('/api/enrol/again', async (request) => {
    const { certificate } = parsed(enrolAgainRequest, readJson(request))
    const { authorization } = request
    if (authorization === null || authorization.device !== certificate.device) {
      throw new Refused(401, 'bad-signature', 'This request must be signed by the device of the certificate.')
    }
    if (!(await certificateIsOurs(doors.keys, certificate)))
      throw new Refused(401, 'bad-signature', 'The certificate is not of this endpoint.')
    await checkSignature(request, authorization, certificate.publicKey, doors)
    const { id, confirmed } = await doors.books.db
      .transaction()
      .execute((tx) => knowAgain(tx, certificate, doors.now()))
    return { device: id, confirmed }
  })
}

/** Wrong, used and expired codes answer alike; of fifty claims at once the transaction lets exactly one through. */
const claim = async (tx: Db, asked: EnrolRequest, nowMs: number): Promise<Speaker> => {
  const unknown = new Refused(404, 'unknown-code', 'This code is not known, used or expired.')
  const hash = codeHash(asked.code)
  const invite = await tx.selectFrom('invites').selectAll().where('codeHash', '=', hash).executeTakeFirst()
  if (invite === undefined) throw unknown
  const key = canonicalJson(asked.publicKey)
  if (invite.usedBy !== null) {
    // The answer may have been lost: the same code, device and key again get the same answer.
    const device = await tx
      .selectFrom('devices')
      .select(['id', 'publicKey'])
      .where('id', '=', asked.device.id)
      .executeTakeFirst()
    const speaker = device?.id === invite.usedBy && device.publicKey === key ? await readSpeaker(tx, device.id) : null
    if (speaker === null) throw unknown
    return speaker
  }
  if (invite.expires <= nowMs) throw unknown
  if ((await readSpeaker(tx, asked.device.id)) !== null) throw unknown
  const { numUpdatedRows } = await tx
    .updateTable('invites')
    .set({ usedBy: asked.device.id })
    .where('codeHash', '=', hash)
    .where('usedBy', 'is', null)
    .executeTakeFirstOrThrow()
  if (Number(numUpdatedRows) !== 1) throw unknown
  const person = { id: invite.person, name: invite.personName }
  const device = newDevice(asked.device.id, asked.publicKey, person, invite.role, JSON.parse(invite.books) as string[])
  await tx
    .insertInto('devices')
    .values({
      ...device,
      name: asked.device.name,
      model: asked.device.model,
      confirmed: 1,
      codeHash: hash,
      issued: new Date(nowMs).toISOString(),
    })
    .execute()
  await audit(tx, nowMs, 'device.enrolled', asked.device.id, { person: person.id, role: invite.role })
  const speaker = await readSpeaker(tx, asked.device.id)
  if (speaker === null) throw new Error('a device was enrolled and is not there')
  return speaker
}

const enrolAnswer = async ({ keys, books }: Doors, speaker: Speaker): Promise<EnrolAnswer> => ({
  device: speaker.id,
  person: speaker.person,
  role: speaker.role,
  books: [...speaker.books],
  endpoint: { epoch: keys.epoch, receiptKey: keys.receiptKey, bundleKey: keys.bundleKey },
  certificate: await certificateFor(books.db, keys, speaker),
})
