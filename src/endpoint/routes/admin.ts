import type { FastifyInstance, FastifyRequest } from 'fastify'
import { deviceChange, inviteRequest, reasonRequest, revokeRequest } from '../../wire/messages/admin.ts'
import { admit } from '../accept/admit.ts'
import { gapsOf } from '../accept/counters.ts'
import { audit } from '../books/audit.ts'
import type { Db } from '../books/tables.ts'
import { revokeDevice } from '../devices/revokeDevice.ts'
import { type Speaker, speakerOf } from '../devices/speaker.ts'
import { invite } from '../people/invites.ts'
import type { Doors } from './doors.ts'
import { notRevoked } from './notRevoked.ts'
import { readJson } from './packedJson.ts'
import { parsed } from './parsed.ts'
import { Refused } from './refuse.ts'
import { speakerOfRequest } from './signedRequests.ts'

/** People, devices, and what was kept aside: role admin only. */
export const adminRoutes = (app: FastifyInstance, doors: Doors): void => {
  const { books, keys, now } = doors
  const change = <T>(request: FastifyRequest, act: (tx: Db, admin: Speaker) => Promise<T>): Promise<T> =>
    adminOf(request, doors).then((admin) => books.db.transaction().execute((tx) => act(tx, admin)))

  app.post('/api/admin/invites', async (request, reply) => {
    const made = await change(request, async (tx, admin) => {
      const asked = parsed(inviteRequest, readJson(request))
      await knownBooks(tx, asked.books)
      const invited = await invite(tx, keys, asked, now())
      await audit(tx, now(), 'person.invited', admin.id, {
        person: invited.person.id,
        role: asked.role,
        books: asked.books,
      })
      return invited
    })
    return reply.code(201).send(made)
  })

  app.get('/api/admin/devices', async (request) => {
    await adminOf(request, doors)
    const rows = await books.db.selectFrom('devices').selectAll().orderBy('personName').execute()
    return Promise.all(
      rows.map(async (row) => {
        const speaker = await speakerOf(books.db, row)
        return {
          id: row.id,
          name: row.name,
          model: row.model,
          person: speaker.person,
          role: speaker.role,
          books: speaker.books,
          lastSeen: row.lastSeen === null ? null : new Date(Number(row.lastSeen)).toISOString(),
          upTo: Number(row.upTo),
          gaps: await gapsOf(books.db, row.id, Number(row.upTo)),
          confirmed: speaker.confirmed,
          revoked: speaker.revoked,
        }
      }),
    )
  })

  app.patch<{ Params: { id: string } }>('/api/admin/devices/:id', async (request) => {
    return change(request, async (tx, admin) => {
      const asked = parsed(deviceChange, readJson(request))
      await knownBooks(tx, asked.books ?? [])
      const set = {
        changed: 1,
        certificate: null,
        issued: new Date(now()).toISOString(),
        ...(asked.role ? { role: asked.role } : {}),
        ...(asked.books ? { books: JSON.stringify(asked.books) } : {}),
      }
      await oneDevice(tx.updateTable('devices').set(set).where('id', '=', request.params.id).executeTakeFirst())
      await audit(tx, now(), 'device.changed', admin.id, { device: request.params.id, ...asked })
      return { device: request.params.id }
    })
  })

  app.post<{ Params: { id: string } }>('/api/admin/devices/:id/revoke', async (request) => {
    return change(request, async (tx, admin) => {
      const { wipe } = parsed(revokeRequest, readJson(request))
      if (!(await revokeDevice(tx, request.params.id, wipe, admin.id, now()))) throw notFound()
      return { device: request.params.id, revoked: true }
    })
  })

  app.post<{ Params: { id: string } }>('/api/admin/devices/:id/confirm', async (request) =>
    change(request, async (tx, admin) => {
      await oneDevice(
        tx.updateTable('devices').set({ confirmed: 1 }).where('id', '=', request.params.id).executeTakeFirst(),
      )
      await audit(tx, now(), 'device.confirmed', admin.id, { device: request.params.id })
      return { device: request.params.id, confirmed: true }
    }),
  )

  app.get('/api/admin/held', async (request) => {
    await adminOf(request, doors)
    const rows = await books.db.selectFrom('held').selectAll().where('outcome', 'is', null).orderBy('arrived').execute()
    return rows.map(({ id, entry, device, person, code, detail, arrived, raw }) => ({
      id,
      entry,
      device,
      person,
      code,
      detail,
      arrived: new Date(Number(arrived)).toISOString(),
      raw: JSON.parse(raw) as unknown,
    }))
  })

  app.post<{ Params: { id: string } }>('/api/admin/held/:id/admit', async (request) =>
    change(request, async (tx, admin) => {
      const { reason = '' } = parsed(reasonRequest, request.body === undefined ? {} : readJson(request))
      const held = await openHeld(tx, request.params.id)
      const { done, why } = await admit(tx, held, now())
      if (!done) throw new Refused(400, 'bad-request', `This entry can’t stand in a book as it is: ${why}.`)
      await settle(tx, held.id, 'admitted', reason)
      await audit(tx, now(), 'held.admitted', admin.id, { held: held.id, entry: held.entry, code: held.code, reason })
      return { id: held.id, outcome: 'admitted' }
    }),
  )

  app.post<{ Params: { id: string } }>('/api/admin/held/:id/dismiss', async (request) =>
    change(request, async (tx, admin) => {
      const { reason = '' } = parsed(reasonRequest, request.body === undefined ? {} : readJson(request))
      const held = await openHeld(tx, request.params.id)
      await settle(tx, held.id, 'dismissed', reason)
      await audit(tx, now(), 'held.dismissed', admin.id, { held: held.id, entry: held.entry, code: held.code, reason })
      return { id: held.id, outcome: 'dismissed' }
    }),
  )

  app.get('/api/admin/audit', async (request) => {
    await adminOf(request, doors)
    const rows = await books.db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(1000).execute()
    return rows.map(({ at, what, who, detail }) => ({
      at: new Date(Number(at)).toISOString(),
      what,
      who,
      detail: JSON.parse(detail) as unknown,
    }))
  })
}

const adminOf = async (request: FastifyRequest, doors: Doors): Promise<Speaker> => {
  const speaker = await speakerOfRequest(request, doors)
  notRevoked(speaker)
  if (speaker.role !== 'admin' || !speaker.confirmed)
    throw new Refused(403, 'not-your-role', 'Only an admin may do this.')
  return speaker
}

const notFound = () => new Refused(404, 'not-found', 'There is nothing of that id.')

const oneDevice = async (updating: Promise<{ numUpdatedRows: bigint }>): Promise<void> => {
  if (Number((await updating).numUpdatedRows) !== 1) throw notFound()
}

const knownBooks = async (tx: Db, ids: readonly string[]): Promise<void> => {
  const known = new Set((await tx.selectFrom('books').select('id').execute()).map(({ id }) => id))
  const strange = ids.filter((id) => !known.has(id))
  if (strange.length > 0) throw new Refused(400, 'bad-request', `There are no such books: ${strange.join(', ')}.`)
}

const openHeld = async (tx: Db, id: string) => {
  const row = await tx
    .selectFrom('held')
    .selectAll()
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  if (row === undefined) throw notFound()
  return row
}

const settle = async (tx: Db, id: string, outcome: 'admitted' | 'dismissed', reason: string): Promise<void> => {
  await tx.updateTable('held').set({ outcome, reason }).where('id', '=', id).execute()
}
