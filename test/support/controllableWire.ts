import type { IncomingMessage, ServerResponse } from 'node:http'
import { listening } from './listening.ts'
import { textIn } from './pushIn.ts'

/**
 * What the wire does to a request: `cut` before it arrives, `lose` the answer after the endpoint has committed, say it
 * `twice`, `hang` without an answer, put a `captive` portal's page in its place, answer `forged` (a proxy's 200 with
 * another's receipt), or `damage` a page's last entry.
 */
export type Fault = 'cut' | 'lose' | 'twice' | 'hang' | 'captive' | 'forged' | 'refuse-503' | 'fail-500'

/** A fault for as many requests as `times` says, of those to `path` whose unpacked body holds `when`, behind the first `after`. */
export type WireRule = { do: Fault; times: number; when?: string; path?: string; after?: number }

/** One request as the wire saw it. */
export type Seen = { path: string; type: string; body: string; status: number | null; bytes: number }

/** A real HTTP proxy between a client and an endpoint, that can be told to misbehave. CORS is open: a test's page asks. */
export type ControllableWire = {
  url: string
  rules: WireRule[]
  seen: Seen[]
  /** Where the endpoint is now; null: nowhere. */
  target: string | null
  /** What a client accepts is passed on; else it is answered in JSON. */
  columns: boolean
  close(): Promise<void>
}

export const startControllableWire = async (target: string): Promise<ControllableWire> => {
  const wire: ControllableWire = { url: '', rules: [], seen: [], target, columns: false, close: async () => undefined }
  return Object.assign(wire, await listening((request, response) => carry(wire, request, response)))
}

const open = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*, authorization, content-type, content-encoding',
  'access-control-allow-methods': '*',
  'access-control-expose-headers': '*',
}

const carry = async (wire: ControllableWire, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  if (request.method === 'OPTIONS') {
    response.writeHead(204, open).end()
    return
  }
  const packed = await bytesOf(request)
  const body = request.url === '/api/sync' ? textIn(packed) : packed.toString()
  const type = request.headers['content-type'] ?? ''
  const seen: Seen = { path: request.url ?? '', type, body, status: null, bytes: packed.length }
  wire.seen.push(seen)
  const fault = takeRule(wire, seen.path, body)
  if (wire.target === null || fault === 'cut') throw new Error('cut')
  if (fault === 'hang') return
  if (fault === 'captive') {
    response.writeHead(200, { ...open, 'content-type': 'text/html' }).end('<h1>Wi-Fi miễn phí</h1>')
    return
  }
  if (fault === 'refuse-503') {
    response.writeHead(503, open).end()
    return
  }
  if (fault === 'fail-500') {
    response.writeHead(500, open).end()
    return
  }
  const once = () => forward(wire.target ?? '', request, packed, wire.columns ? [...passed, 'accept'] : passed)
  if (fault === 'twice') await once()
  const answer = await once()
  seen.status = answer.status
  if (fault === 'lose') throw new Error('lost')
  const said = fault === 'forged' ? forged(answer.body) : answer.body
  const status = fault === 'forged' ? 200 : answer.status
  response.writeHead(status, { ...open, ...answer.headers }).end(said)
}

const takeRule = (wire: ControllableWire, path: string, body: string): Fault | null => {
  const rule = wire.rules.find(
    (one) => one.times > 0 && (one.path ?? path) === path && (one.when === undefined || body.includes(one.when)),
  )
  if (rule === undefined) return null
  if ((rule.after ?? 0) > 0) {
    rule.after = (rule.after ?? 0) - 1
    return null
  }
  rule.times -= 1
  return rule.do
}

type Carried = { status: number; headers: { [name: string]: string }; body: Uint8Array }

/** Headers of this contract, of parts of files and of tus; the rest is the connection's own. */
const tus = ['tus-resumable', 'upload-length', 'upload-metadata', 'upload-offset']
const parts = ['range', 'if-range', 'content-range', 'etag']
const passed = ['authorization', 'content-type', 'content-encoding', ...parts, ...tus]
const carried = ['content-type', 'x-answer', 'x-receipt', 'location', 'retry-after', ...parts, ...tus]

const forward = async (
  target: string,
  request: IncomingMessage,
  body: Buffer,
  names: readonly string[],
): Promise<Carried> => {
  const headers = new Headers()
  for (const name of names) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  const answer = await fetch(target + request.url, {
    method: request.method ?? 'GET',
    headers,
    ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
  })
  const kept: { [name: string]: string } = {}
  for (const name of carried) {
    const value = answer.headers.get(name)
    if (value !== null) kept[name] = value
  }
  return { status: answer.status, headers: kept, body: new Uint8Array(await answer.arrayBuffer()) }
}

/** A proxy that says "all accepted" where the endpoint said something else. */
const forged = (body: Uint8Array): string => {
  const said = JSON.parse(new TextDecoder().decode(body)) as { acks?: { status: string }[] }
  for (const ack of said.acks ?? []) ack.status = 'accepted'
  return JSON.stringify({ ...said, upTo: 999 })
}

const bytesOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
