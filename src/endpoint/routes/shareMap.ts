import type { FastifyInstance, FastifyReply } from 'fastify'
import { placeAfterShare } from '../../domain/maps/shareEnd.ts'

/**
 * A map that was shared with the app is taken by the worker on the phone. Where none did (the browser cleared its
 * files), it comes here: the page says so, in place of an error. Of the body nothing is kept, whatever its length.
 */
export const shareMapRoute = (app: FastifyInstance): void => {
  const leadOn = {
    onRequest: async (_request: unknown, reply: FastifyReply) => reply.redirect(placeAfterShare('no-worker'), 303),
  }
  app.post('/share-map', leadOn, async () => undefined)
}
