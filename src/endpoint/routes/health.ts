import type { FastifyInstance } from 'fastify'
import type { Doors } from './doors.ts'

export const healthRoute = (app: FastifyInstance, { keys, now }: Doors): void => {
  app.get('/api/health', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    return { ok: true, service: 'mai-am', epoch: keys.epoch, time: new Date(now()).toISOString(), protocol: [1] }
  })
}
