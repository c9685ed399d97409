import { STATUS_CODES } from 'node:http'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Shelf } from '../shelf/shelf.ts'
import { adminRoutes } from './admin.ts'
import { appFiles } from './appFiles.ts'
import type { Doors } from './doors.ts'
import { enrolRoutes } from './enrol.ts'
import { healthRoute } from './health.ts'
import { packedJson } from './packedJson.ts'
import { photoRoutes } from './photos.ts'
import { Refused } from './refuse.ts'
import { signedAnswers } from './signedRequests.ts'
import { syncRoute } from './sync.ts'

/** The endpoint's HTTP: parse → call → answer. `dist` is the built app's folder. */
export const buildServer = async (doors: Doors & { shelf: Shelf }, dist: string): Promise<FastifyInstance> => {
  const app = Fastify({
    logger: false,
    trustProxy: 'loopback',
    routerOptions: { ignoreTrailingSlash: false },
    exposeHeadRoutes: true,
  })
  await app.register(helmet, securityHeaders)
  signedAnswers(app, doors)
  // Packed requests are unpacked by our own parser: their hash is of the body as sent.
  await app.register(compress, { threshold: 512, globalDecompression: false })
  app.setErrorHandler((error, request, reply) => {
    const refused = asRefusal(error)
    // A line that broke is the road's everyday, not this program's fault.
    if (refused.status >= 500 && (error as { code?: string }).code !== 'ECONNRESET')
      console.error(`${request.method} ${request.url.split('?')[0]}:`, error)
    return reply
      .code(refused.status)
      .headers(refused.headers)
      .send({ error: refused.code, message: refused.message, ...refused.more })
  })
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
    reply.header('permissions-policy', 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()')
  })
  packedJson(app)
  healthRoute(app, doors)
  enrolRoutes(app, doors)
  syncRoute(app, doors)
  photoRoutes(app, doors)
  adminRoutes(app, doors)
  await appFiles(app, dist)
  return app
}

/** Strict: nothing inline, nothing from elsewhere; pictures also from memory (blob:, data: for thumbnails). */
const securityHeaders = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'", 'blob:', 'data:'],
      mediaSrc: ["'self'", 'blob:'],
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  referrerPolicy: { policy: 'no-referrer' as const },
  // Whether this host speaks TLS is known to whoever runs it, not here.
  strictTransportSecurity: false,
  crossOriginEmbedderPolicy: false,
} as const

const asRefusal = (error: unknown): Refused => {
  if (error instanceof Refused) return error
  const { statusCode, message, code } = error as { statusCode?: number; message?: string; code?: string }
  if (code === 'SQLITE_BUSY')
    return new Refused(503, 'busy', 'The books are busy; try again.', {}, { 'retry-after': '2' })
  if (statusCode === 413) return new Refused(413, 'too-large', 'The body is too large.', { max: 4 * 1024 * 1024 })
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new Refused(statusCode, 'bad-request', message ?? STATUS_CODES[statusCode] ?? 'Bad request.')
  }
  return new Refused(500, 'busy', 'Something went wrong here; nothing that was receipted is lost.')
}
