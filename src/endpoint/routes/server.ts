import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import Fastify, { type FastifyInstance } from 'fastify'
import { columnsType } from '../../wire/columns/columnBody.ts'
import { syncLimits } from '../../wire/messages/sync.ts'
import type { Shelf } from '../shelf/shelf.ts'
import { adminRoutes } from './admin.ts'
import { appFiles } from './appFiles.ts'
import { bundleRoutes } from './bundles.ts'
import { descriptionRoutes } from './description.ts'
import type { Doors } from './doors.ts'
import { enrolRoutes } from './enrol.ts'
import { healthRoute } from './health.ts'
import { listRoutes } from './lists.ts'
import { mapRoutes } from './maps.ts'
import { packedJson } from './packedJson.ts'
import { photoRoutes } from './photos.ts'
import { asRefusal } from './refuse.ts'
import { messagePolicy, ofPagesOnly, permissions, securityHeaders } from './securityHeaders.ts'
import { signedAnswers } from './signedRequests.ts'
import { syncRoute } from './sync.ts'
import { speakTus } from './tus.ts'
import { answerBrokenRequest, answerUnrouted } from './unrouted.ts'
import { uploadRoutes } from './uploads.ts'

const brokenLine: ReadonlySet<string | undefined> = new Set(['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE'])

/** The endpoint's HTTP: parse → call → answer. `dist` is the built app's folder. */
export const buildServer = async (doors: Doors & { shelf: Shelf }, dist: string): Promise<FastifyInstance> => {
  const app = Fastify({
    logger: false,
    trustProxy: 'loopback',
    routerOptions: { ignoreTrailingSlash: false },
    exposeHeadRoutes: true,
    bodyLimit: syncLimits.packedBytes,
    // What is asked on an open line while the endpoint ends is still answered.
    return503OnClosing: false,
    frameworkErrors: answerUnrouted(doors),
    clientErrorHandler: answerBrokenRequest,
  })
  await app.register(helmet, securityHeaders)
  signedAnswers(app, doors)
  // Packed requests are unpacked by our own parser: their hash is of the body as sent.
  // Small answers are packed on the spot: a stream of their own for each costs more than the packing (decision 60).
  await app.register(compress, { threshold: 512, syncThreshold: 128 * 1024, globalDecompression: false })
  app.setErrorHandler((error, request, reply) => {
    const refused = asRefusal(error, request.routeOptions.bodyLimit)
    // A line that broke is the road's everyday, a map's server that is away was said once: neither is this program's fault.
    const ours = refused.status >= 500 && refused.code !== 'map-server'
    if (ours && !brokenLine.has((error as { code?: string }).code))
      console.error(`${request.method} ${request.url.split('?')[0]}:`, error)
    return reply
      .code(refused.status)
      .headers(refused.headers)
      .send({ error: refused.code, message: refused.message, ...refused.more })
  })
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
    reply.header('permissions-policy', permissions)
  })
  app.addHook('onSend', async (_request, reply) => {
    const type = String(reply.getHeader('content-type') ?? '')
    if (!type.startsWith('application/json') && type !== columnsType) return
    for (const name of ofPagesOnly) reply.removeHeader(name)
    reply.header('content-security-policy', messagePolicy)
  })
  packedJson(app)
  speakTus(app)
  healthRoute(app, doors)
  enrolRoutes(app, doors)
  syncRoute(app, doors)
  listRoutes(app, doors)
  uploadRoutes(app, doors)
  photoRoutes(app, doors)
  bundleRoutes(app, doors)
  mapRoutes(app, doors)
  adminRoutes(app, doors)
  descriptionRoutes(app)
  await appFiles(app, dist)
  return app
}
