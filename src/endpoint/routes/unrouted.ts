import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Doors } from './doors.ts'
import { bareHeaders } from './securityHeaders.ts'
import { signAnswer } from './signedRequests.ts'

/** A path that can't be read (`/%zz`) reaches no route and no hook; its answer is signed and guarded like the others. */
export const answerUnrouted =
  ({ keys }: Doors) =>
  (error: { statusCode?: number | undefined }, request: FastifyRequest, reply: FastifyReply): void => {
    const body = JSON.stringify({ error: 'bad-request', message: 'This path can’t be read.' })
    reply.headers(bareHeaders).code(error.statusCode ?? 400)
    signAnswer(request, reply, body, keys).then(
      () => reply.send(body),
      () => reply.send(body),
    )
  }

/** What isn't HTTP, or has headers beyond measure: said once, then the line is closed. */
export const answerBrokenRequest = (error: { code?: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const status = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[error.code ?? ''] ?? 400
  const body = JSON.stringify({ error: 'bad-request', message: `${STATUS_CODES[status]}.` })
  const headers = { ...bareHeaders, 'content-length': String(Buffer.byteLength(body)), connection: 'close' }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  if (socket.writable) socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`)
  socket.destroySoon()
}
