import { existsSync } from 'node:fs'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { shareMapRoute } from './shareMap.ts'

/** Serves the built app: hashed assets for ever, the shell always asked anew; unknown paths are the app's own routes. */
export const appFiles = async (app: FastifyInstance, dist: string): Promise<void> => {
  const built = existsSync(dist)
  if (built) await serveBuilt(app, dist)
  app.setNotFoundHandler((request, reply) => {
    const forPeople =
      request.method === 'GET' &&
      !request.url.startsWith('/api/') &&
      (request.headers.accept ?? '').includes('text/html')
    if (built && forPeople) return reply.header('cache-control', 'no-cache').sendFile('index.html')
    return reply.code(404).send({ error: 'not-found', message: 'There is nothing here.' })
  })
}

const serveBuilt = async (app: FastifyInstance, dist: string): Promise<void> => {
  shareMapRoute(app)
  await app.register(fastifyStatic, {
    root: dist,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = /[\\/]assets[\\/]/.test(path)
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}
