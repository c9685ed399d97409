import type { IncomingMessage, ServerResponse } from 'node:http'
import { listening } from '../../support/listening.ts'
import { type Exchange, saidOf } from './exchange.ts'

/** A plain proxy before an endpoint, which keeps what is said to `/api` and answered, in order. */
export type RecordingWire = { url: string; target: string; exchanges: Exchange[]; close(): Promise<void> }

export const startRecordingWire = async (): Promise<RecordingWire> => {
  const wire: RecordingWire = { url: '', target: '', exchanges: [], close: async () => undefined }
  return Object.assign(wire, await listening((request, response) => carry(wire, request, response)))
}

/** The connection's own headers are no part of what was said. */
const spoken = [
  'authorization',
  'content-type',
  'content-encoding',
  'tus-resumable',
  'upload-length',
  'upload-metadata',
  'upload-offset',
]
const answered = [
  'content-type',
  'x-answer',
  'x-receipt',
  'location',
  'retry-after',
  'tus-resumable',
  'upload-length',
  'upload-offset',
  'upload-expires',
]

const carry = async (wire: RecordingWire, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { method = 'GET', url: path = '/' } = request
  const ms = Date.now()
  const body = await readAll(request)
  const headers = only(spoken, (name) => request.headers[name] as string | undefined)
  const answer = await fetch(wire.target + path, { method, headers, ...(body.length > 0 ? { body } : {}) })
  const said = new Uint8Array(await answer.arrayBuffer())
  const kept = {
    status: answer.status,
    headers: only(answered, (name) => answer.headers.get(name)),
    body: saidOf(said),
  }
  if (path.startsWith('/api/') && path !== '/api/health')
    wire.exchanges.push({ ms, method, path, headers, body: saidOf(body), answer: kept })
  const all = Object.fromEntries(
    [...answer.headers].filter(
      ([name]) => !/^(content-(encoding|length)|connection|transfer-encoding|keep-alive)$/.test(name),
    ),
  )
  response.writeHead(answer.status, all).end(said)
}

const only = (names: readonly string[], read: (name: string) => string | null | undefined) => {
  const kept: { [name: string]: string } = {}
  for (const name of names) {
    const value = read(name)
    if (value !== null && value !== undefined) kept[name] = value
  }
  return kept
}

const readAll = async (request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return new Uint8Array(Buffer.concat(parts))
}
