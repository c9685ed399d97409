import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type ByteRange, byteRange, namesTag } from './byteRange.ts'

/** A file that is known by its hash, and how to read it or a part of it. */
export type RangedFile = {
  sha256: string
  bytes: number
  type: string
  read(range: ByteRange | undefined): Readable
}

/** Answers a GET or HEAD for a file: whole, in the one range asked for, or by its tag. */
export const answerRanged = (request: FastifyRequest, reply: FastifyReply, file: RangedFile): FastifyReply => {
  const { bytes, type } = file
  const etag = `"${file.sha256}"`
  reply.headers({ etag, 'accept-ranges': 'bytes' })
  if (namesTag(request.headers['if-none-match'], etag)) return reply.code(304).send()
  const stillSame = [undefined, etag].includes(request.headers['if-range'] as string | undefined)
  const range = stillSame ? byteRange(request.headers.range, bytes) : null
  if (range === 'unsatisfiable') {
    const message = 'There is no such range.'
    reply.header('content-range', `bytes */${bytes}`).header('cache-control', 'no-store')
    return reply.code(416).send({ error: 'bad-request', message })
  }
  reply.type(type).header('content-length', range === null ? bytes : range.end - range.start + 1)
  if (range !== null) reply.header('content-range', `bytes ${range.start}-${range.end}/${bytes}`).code(206)
  return reply.send(request.method === 'HEAD' ? undefined : file.read(range ?? undefined))
}
