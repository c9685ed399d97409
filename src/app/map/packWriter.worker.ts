import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { packFolder } from '../device/packFiles.ts'
import type { Place, WriterAnswer, WriterAsks, WriterFault, WriterQuestion, WriterSays } from './writerWords.ts'

declare const self: DedicatedWorkerGlobalScope

/** The pack that is being written: one at a time. */
let open: Open | null = null

type Open = { handle: FileSystemSyncAccessHandle | null; got: number; hash: ReturnType<typeof sha256.create> }

/** One after the other, in the order in which they were asked. */
let before: Promise<unknown> = Promise.resolve()
self.onmessage = ({ data: { id, ...asked } }: MessageEvent<WriterQuestion>) => {
  before = before.then(async () => {
    const says = await answer(asked).catch((error: unknown): WriterSays => ({ ok: false, why: faultOf(error) }))
    const handedOver = says.ok && 'bytes' in says && says.bytes !== null ? [says.bytes] : []
    self.postMessage({ id, ...says } satisfies WriterAnswer, handedOver)
  })
}

const answer = async (asked: WriterAsks): Promise<WriterSays> => {
  switch (asked.ask) {
    case 'keeps-files':
      return { ok: true, keepsFiles: await keepsFiles(asked.folder) }
    case 'open':
      return openAt(asked)
    case 'hash-on':
      opened().hash.update(new Uint8Array(asked.bytes))
      return { ok: true, hashedOn: true }
    case 'write':
      return write(opened(), asked.bytes)
    case 'sha256':
      return { ok: true, sha256: bytesToHex(opened().hash.digest()) }
    case 'close':
      await open?.handle?.close()
      open = null
      return { ok: true, closed: true }
  }
}

const keepsFiles = async (folder: string): Promise<boolean> =>
  'createSyncAccessHandle' in (globalThis.FileSystemFileHandle?.prototype ?? {}) &&
  (await packFolder(folder, true)) !== null

const opened = (): Open => {
  if (open === null) throw new Error('nothing is open')
  return open
}

const openAt = async ({ folder, file, kept, got }: Place): Promise<WriterSays> => {
  const hash = sha256.create()
  const handle = kept === 'rows' ? null : await handleOf(folder, file)
  if (handle !== null) {
    // What is there beyond what was said came just before a crash: it is fetched again.
    if ((await handle.getSize()) < got) {
      await handle.close()
      return { ok: false, why: 'gone' }
    }
    await handle.truncate(got)
    for (let at = 0; at < got; at += readBytes) {
      const piece = new Uint8Array(Math.min(readBytes, got - at))
      await handle.read(piece, { at })
      hash.update(piece)
    }
  }
  open = { handle, got, hash }
  return { ok: true, opened: true }
}

const readBytes = 1024 * 1024

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

/** Written and flushed before it is told: what is told is durable. */
const write = async (to: Open, bytes: ArrayBuffer): Promise<WriterSays> => {
  const piece = new Uint8Array(bytes)
  const { handle, got, hash } = to
  if (handle !== null) {
    const written = await handle.write(piece, { at: got })
    // Chromium throws nothing at the end of its quota: it answers with an error's number, 4,294,967,288, as the length.
    if (written !== piece.length || (await handle.getSize()) < got + written) return { ok: false, why: 'full' }
    await handle.flush()
  }
  hash.update(piece)
  to.got = got + piece.length
  return { ok: true, got: to.got, bytes: handle === null ? bytes : null }
}

const faultOf = (error: unknown): WriterFault => {
  if ((error as Error).name === 'QuotaExceededError') return 'full'
  console.error(error)
  return 'broken'
}
