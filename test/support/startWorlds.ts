import { createServer } from 'node:http'
import type { TestProject } from 'vitest/node'
import { openWorld, type World } from './world.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    worlds: string
  }
}

/**
 * Starts real endpoints behind controllable wires for the browser lane, which has no Node: a page asks for a world and
 * for what should happen in it by `POST /<world>/<verb>` with a list of arguments as JSON.
 */
export default async function startWorlds(project: TestProject): Promise<() => Promise<void>> {
  const worlds: World[] = []
  const call = async (path: string, words: unknown[]): Promise<unknown> => {
    if (path === '/open') {
      const world = await openWorld()
      return { world: worlds.push(world) - 1, wire: world.wire.url }
    }
    const [, at = '', verb = ''] = path.split('/')
    const act = worlds[Number(at)]?.verbs[verb as keyof World['verbs']] as (...words: unknown[]) => Promise<unknown>
    return (await act(...words)) ?? null
  }
  const server = createServer(async (request, response) => {
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('access-control-allow-headers', '*')
    if (request.method === 'OPTIONS') return response.writeHead(204).end()
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    try {
      const words = JSON.parse(Buffer.concat(parts).toString() || '[]') as unknown[]
      response.end(JSON.stringify(await call(request.url ?? '', words)))
    } catch (error) {
      response.writeHead(500).end(String((error as Error).stack))
    }
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  project.provide('worlds', `http://127.0.0.1:${(server.address() as { port: number }).port}`)
  return async () => {
    for (const world of worlds) await world.close()
    server.closeAllConnections()
    server.close()
  }
}
