import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { listening } from '../../support/listening.ts'
import { inOne, openDurable } from './durable.ts'
import { takeJson } from './jsonDoor.ts'
import { pullRx, pushRx, putRx } from './rxDoor.ts'

const types: { [extension: string]: string } = { js: 'text/javascript', json: 'application/json', html: 'text/html' }

/** Small servers as users of RxDB and ODK write or run them, and one for plain JSON; all keep before they answer. */
export const startPlain = async (data: string, pages: string): Promise<{ url: string; close(): Promise<void> }> => {
  const database = openDurable(data)
  const { url, close } = await listening(async (request, response) => {
    const path = request.url ?? '/'
    const body = await bodyOf(request)
    if (path.startsWith('/page/')) return servePage(pages, path, response)
    if (path === '/json')
      return void response
        .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'br' })
        .end(takeJson(database, body))
    if (path === '/odk/submission') return takeSubmission(request, response, body)
    const [, table = '', verb = ''] = /^\/rx\/(\w+)\/(\w+)$/.exec(path) ?? []
    const asked = JSON.parse(body.toString('utf8'))
    if (verb === 'push') return answerPacked(response, pushRx(database, table, asked))
    if (verb === 'pull') return answerPacked(response, pullRx(database, table, asked))
    // Fills the server before anything is measured.
    putRx(database, table, asked)
    answerPacked(response, {})
  })
  const takeSubmission = (request: IncomingMessage, response: ServerResponse, body: Buffer): void => {
    if (request.method === 'HEAD') return void response.writeHead(204, { 'X-OpenRosa-Version': '1.0' }).end()
    const text = body.toString('utf8')
    const id = /uuid:([0-9a-f-]+)</.exec(text)?.[1] ?? ''
    inOne(database, () => database.prepare('INSERT OR IGNORE INTO kept VALUES (?, ?)').run(id, text))
    const said =
      '<OpenRosaResponse xmlns="http://openrosa.org/http/response"><message nature="submit_success">full submission upload was successful!</message></OpenRosaResponse>'
    response.writeHead(201, { 'X-OpenRosa-Version': '1.0', 'content-type': 'text/xml' }).end(said)
  }
  return {
    url,
    close: async () => {
      await close()
      database.close()
    },
  }
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

const answerPacked = (response: ServerResponse, said: object): void => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
  response.end(gzipSync(JSON.stringify(said)))
}

const servePage = (pages: string, path: string, response: ServerResponse): void => {
  const name = path === '/page/' ? 'index.html' : path.slice('/page/'.length)
  response.writeHead(200, { 'content-type': types[name.split('.').at(-1) ?? ''] ?? 'text/plain' })
  response.end(readFileSync(join(pages, name)))
}
