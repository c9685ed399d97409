import { createReadStream, existsSync } from 'node:fs'
import { request as ask, createServer } from 'node:http'
import { extname, join } from 'node:path'

/**
 * Several builds of the app at one address, as one phone has them in its tabs over the weeks: `?build=NAME` opens a page
 * in that one. What it asks for later is found by its hashed name, as the worker's cache of its version would.
 */
export type OneOrigin = {
  url: string
  /** Where `/api` is answered; null: no signal. */
  endpoint: string | null
  close(): Promise<void>
}

const types: { [extension: string]: string } = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.svg': 'image/svg+xml',
}

export const startOneOrigin = async (builds: { [build: string]: string }): Promise<OneOrigin> => {
  const folders = Object.values(builds)
  const origin: OneOrigin = { url: '', endpoint: null, close: async () => undefined }
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://phone')
    if (pathname.startsWith('/api/')) {
      if (origin.endpoint === null) return request.socket.destroy()
      const on = ask(origin.endpoint + request.url, { method: request.method, headers: request.headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      })
      on.on('error', () => response.destroy())
      return request.pipe(on)
    }
    if (pathname === '/blank') return response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>')
    const file = extname(pathname) === '' ? undefined : folders.find((dir) => existsSync(join(dir, pathname)))
    const path =
      file === undefined
        ? join(builds[searchParams.get('build') ?? ''] ?? folders[0] ?? '', 'index.html')
        : join(file, pathname)
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' })
    createReadStream(path).pipe(response)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  origin.url = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  origin.close = () =>
    new Promise((closed) => {
      server.closeAllConnections()
      server.close(() => closed())
    })
  return origin
}
