import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { docsPage } from '../description/docsPage.ts'
import { openApi } from '../description/openApi.ts'

/** The interface describes itself: for programs, and for people to read. Made once, when first asked for. */
export const descriptionRoutes = (app: FastifyInstance): void => {
  const once = <T>(make: () => T): (() => T) => {
    let made: T | undefined
    return () => {
      made ??= make()
      return made
    }
  }
  const document = once(openApi)
  const page = once(() => docsPage(document()))
  const style = once(() => readFileSync(new URL('../description/docs.css', import.meta.url), 'utf8'))
  app.get('/api/openapi.json', async () => document())
  app.get('/api/docs', async (_request, reply) => reply.type('text/html; charset=utf-8').send(page()))
  app.get('/api/docs.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(style()))
}
