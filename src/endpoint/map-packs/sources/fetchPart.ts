import { setTimeout as pause } from 'node:timers/promises'
import { PackRefused } from '../packRefused.ts'
import type { ByteRange } from './byteDoor.ts'

/** What an answer says of the whole file: its size in bytes, and which version of it this is. */
export type Whole = { readonly size: number; readonly tag: string | null }

export type FetchPart = {
  readonly url: string
  /** As known from the first answer; null before it. */
  readonly whole: Whole | null
  /** Waits before the second try, the third … in ms. */
  readonly waitsMs: readonly number[]
  /** Bytes in their order; what came before a line broke is not asked for again. */
  readonly take: (bytes: Uint8Array) => Promise<void>
}

/** An answer that trickles to a stop is given up after this. */
const silenceMs = 30_000

/** Fetches one part of a file, going on where the line broke. A part that reaches beyond the end is cut there. */
export const fetchPart = async (range: ByteRange, asked: FetchPart): Promise<Whole> => {
  let [whole, came, fault] = [asked.whole, 0, null as unknown]
  const take = async (bytes: Uint8Array) => {
    await asked.take(bytes).catch((error) => {
      fault = error
      throw error
    })
    came += bytes.length
  }
  for (let tries = 0; ; ) {
    const before = came
    const end = Math.min(range.offset + range.length, whole?.size ?? Number.POSITIVE_INFINITY)
    if (whole !== null && range.offset + came >= end) return whole
    try {
      whole = await onePart(
        { offset: range.offset + came, length: end - range.offset - came },
        { ...asked, whole, take },
      )
    } catch (error) {
      // Our own disk is not the line's fault, and no better the next time.
      if (fault !== null) throw fault
      if (error instanceof PackRefused) throw error
      // Who brought something begins to count anew: a slow line comes to its end too.
      tries = came > before ? 0 : tries
      const waitMs = asked.waitsMs[tries]
      if (waitMs === undefined) throw new PackRefused('no-answer', { url: asked.url, why: reasonOf(error) })
      tries += 1
      await pause(waitMs)
    }
  }
}

const onePart = async ({ offset, length }: ByteRange, { url, whole, take }: FetchPart): Promise<Whole> => {
  const silence = new AbortController()
  const watch = setTimeout(() => silence.abort(new Error('silence')), silenceMs)
  try {
    const range = `bytes=${offset}-${offset + length - 1}`
    const answer = await fetch(url, { headers: { range, 'accept-encoding': 'identity' }, signal: silence.signal })
    const now = wholeOf(answer, url, offset)
    if (whole !== null && (now.size !== whole.size || now.tag !== whole.tag))
      throw new PackRefused('changed-meanwhile', { url })
    let left = Math.min(length, now.size - offset)
    for await (const bytes of answer.body ?? []) {
      watch.refresh()
      if (bytes.length > left) throw new PackRefused('no-range', { url })
      left -= bytes.length
      await take(bytes)
    }
    if (left > 0) throw new Error('the answer ended early')
    return now
  } finally {
    clearTimeout(watch)
    silence.abort()
  }
}

const wholeOf = (answer: Response, url: string, offset: number): Whole => {
  // CASE 1: try again, it may pass.
  if (answer.status >= 500 || answer.status === 429 || answer.status === 408) throw new Error(`status ${answer.status}`)
  // CASE 2: the whole file for a part of it.
  if (answer.status === 200) throw new PackRefused('no-range', { url })
  // CASE 3: it won't.
  if (answer.status !== 206) throw new PackRefused('http-status', { url, status: answer.status })
  // CASE 4: the part that was asked for.
  const [, from, size] = /^bytes (\d+)-\d+\/(\d+)$/.exec(answer.headers.get('content-range') ?? '') ?? []
  if (Number(from) !== offset || size === undefined) throw new PackRefused('no-range', { url })
  return { size: Number(size), tag: answer.headers.get('etag') }
}

const reasonOf = (error: unknown): string => {
  const { message, cause } = error as Error & { cause?: { code?: string } }
  return cause?.code ?? message
}
