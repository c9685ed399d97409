import { type HashState, hashedOn } from '../../domain/maps/runningSha256.ts'
import { packFolder } from '../device/packFiles.ts'
import type { Place, WriterAnswer, WriterAsks, WriterFault, WriterQuestion, WriterSays } from './writerWords.ts'

declare const self: DedicatedWorkerGlobalScope

/** The pack that is being written: one at a time. */
let open: { handle: FileSystemSyncAccessHandle | null; hash: HashState } | null = null

/** One after the other, in the order in which they were asked. */
let before: Promise<unknown> = Promise.resolve()
self.onmessage = ({ data: { id, ...asked } }: MessageEvent<WriterQuestion>) => {
  before = before.then(async () => {
    const says = await answer(asked).catch((error: unknown): WriterSays => ({ ok: false, why: faultOf(error) }))
    const handedOver = says.ok && 'hash' in says && says.bytes !== null ? [says.bytes] : []
    self.postMessage({ id, ...says } satisfies WriterAnswer, handedOver)
  })
}

const answer = async (asked: WriterAsks): Promise<WriterSays> => {
  switch (asked.ask) {
    case 'keeps-files':
      return { ok: true, keepsFiles: await keepsFiles(asked.folder) }
    case 'open':
      return openAt(asked)
    case 'write':
      return write(asked.bytes)
    case 'close':
      await open?.handle?.close()
      open = null
      return { ok: true, closed: true }
  }
}

const keepsFiles = async (folder: string): Promise<boolean> =>
  'createSyncAccessHandle' in (globalThis.FileSystemFileHandle?.prototype ?? {}) &&
  (await packFolder(folder, true)) !== null

const openAt = async ({ folder, file, kept, hash }: Place): Promise<WriterSays> => {
  const handle = kept === 'rows' ? null : await handleOf(folder, file)
  if (handle !== null) {
    // What is there beyond what was said came just before a crash: it is fetched again.
    if ((await handle.getSize()) < hash.bytes) {
      await handle.close()
      return { ok: false, why: 'gone' }
    }
    await handle.truncate(hash.bytes)
  }
  open = { handle, hash }
  return { ok: true, opened: true }
}

const handleOf = async (folder: string, file: string): Promise<FileSystemSyncAccessHandle> => {
  const place = await packFolder(folder, true)
  if (place === null) throw new Error('no folder for packs')
  const handle = await place.getFileHandle(file, { create: true })
  for (let tried = 1; ; tried += 1) {
    try {
      return await handle.createSyncAccessHandle()
    } catch (error) {
      // A thread that just ended may still hold it for a moment.
      if (tried >= mostTries || (error as Error).name !== 'NoModificationAllowedError') throw error
      await new Promise((again) => setTimeout(again, 50))
    }
  }
}

const mostTries = 40

/** Written and flushed before its hash is told: what is told is durable. */
const write = async (bytes: ArrayBuffer): Promise<WriterSays> => {
  if (open === null) throw new Error('nothing is open')
  const piece = new Uint8Array(bytes)
  const { handle, hash } = open
  if (handle !== null) {
    const written = await handle.write(piece, { at: hash.bytes })
    // Chromium throws nothing at the end of its quota: it answers with an error's number, 4,294,967,288, as the length.
    if (written !== piece.length || (await handle.getSize()) < hash.bytes + written) return { ok: false, why: 'full' }
    await handle.flush()
  }
  open = { handle, hash: hashedOn(hash, piece) }
  return { ok: true, hash: open.hash, bytes: handle === null ? bytes : null }
}

const faultOf = (error: unknown): WriterFault => {
  if ((error as Error).name === 'QuotaExceededError') return 'full'
  console.error(error)
  return 'broken'
}
