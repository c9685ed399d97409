import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { listening } from '../../../support/listening.ts'

export type Asked = { readonly from: number; readonly to: number }

/** How this server behaves, from now on. */
export type Manner = {
  /** Cuts the line after so many bytes of every answer. */
  cutAfter?: number
  /** Answers so to the next requests, one each. */
  statuses?: number[]
  /** Knows no Range: always the whole. */
  wholeOnly?: boolean
  tag?: string
}

/** A real server on this machine that gives parts of a file, and counts what it was asked for and what it sent. */
export const aRangeServer = async (path: string) => {
  const file = readFileSync(path)
  const asked: Asked[] = []
  const counts = { bytes: 0 }
  const manner: Manner = {}
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    const range = { from: Number(from), to: Math.min(Number(to), file.length - 1) }
    asked.push(range)
    const status = manner.statuses?.shift()
    if (status !== undefined) return void response.writeHead(status).end('no')
    if (manner.wholeOnly) return void response.writeHead(200, { 'content-length': file.length }).end(file)
    const part = file.subarray(range.from, range.to + 1)
    response.writeHead(206, {
      'content-range': `bytes ${range.from}-${range.to}/${file.length}`,
      'content-length': part.length,
      etag: manner.tag ?? '"1"',
    })
    if (manner.cutAfter !== undefined && part.length > manner.cutAfter) {
      counts.bytes += manner.cutAfter
      response.write(part.subarray(0, manner.cutAfter), () => response.destroy())
      return
    }
    counts.bytes += part.length
    response.end(part)
  }
  const { url, close } = await listening(answer)
  return { url: `${url}/large.pmtiles`, file, asked, counts, manner, close }
}
