import type { Place, WriterAnswer, WriterAsks, WriterFault, WriterSays } from './writerWords.ts'

type Fault = { ok: false; why: WriterFault }

/** The thread that writes a pack and hashes it as it comes, so that the page goes on answering. One pack at a time. */
export type PackWriter = {
  /** Whether this browser lets a thread write files of its own. */
  keepsFiles(folder: string): Promise<boolean>
  /** A file's bytes up to `got` are read and hashed again; rows' bytes are to be handed to `hashOn`, from the first on. */
  open(place: Place): Promise<{ ok: true } | Fault>
  hashOn(bytes: ArrayBuffer): Promise<{ ok: true } | Fault>
  /** Behind what was written last. The bytes are handed over; where no file keeps them they come back. */
  write(bytes: ArrayBuffer): Promise<{ ok: true; got: number; bytes: ArrayBuffer | null } | Fault>
  /** Of all bytes until now, lower-case hex; nothing can be written behind it. */
  sha256(): Promise<{ ok: true; sha256: string } | Fault>
  /** Lets the file go. */
  close(): Promise<void>
  /** Ends the thread, whatever it is at. */
  end(): void
}

export const startPackWriter = (): PackWriter => {
  const thread = new Worker(new URL('./packWriter.worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, (says: WriterSays) => void>()
  let asked = 0
  let ended = false
  thread.onmessage = ({ data: { id, ...says } }: MessageEvent<WriterAnswer>) => {
    waiting.get(id)?.(says)
    waiting.delete(id)
  }
  const end = (): void => {
    ended = true
    thread.terminate()
    for (const told of waiting.values()) told(broken)
    waiting.clear()
  }
  // A thread that can't start, or fell: whoever waits for it hears so.
  thread.onerror = end
  const ask = (question: WriterAsks, handedOver: Transferable[] = []): Promise<WriterSays> =>
    new Promise((told) => {
      if (ended) return told(broken)
      asked += 1
      waiting.set(asked, told)
      thread.postMessage({ id: asked, ...question }, handedOver)
    })
  return {
    keepsFiles: async (folder) => {
      const says = await ask({ ask: 'keeps-files', folder })
      return says.ok && 'keepsFiles' in says && says.keepsFiles
    },
    open: async (place) => {
      const says = await ask({ ask: 'open', ...place })
      return says.ok ? { ok: true } : says
    },
    hashOn: async (bytes) => {
      const says = await ask({ ask: 'hash-on', bytes }, [bytes])
      return says.ok ? { ok: true } : says
    },
    write: async (bytes) => {
      const says = await ask({ ask: 'write', bytes }, [bytes])
      if (!says.ok) return says
      return 'got' in says ? says : broken
    },
    sha256: async () => {
      const says = await ask({ ask: 'sha256' })
      if (!says.ok) return says
      return 'sha256' in says ? says : broken
    },
    close: async () => {
      await ask({ ask: 'close' })
    },
    end,
  }
}

const broken = { ok: false, why: 'broken' } as const satisfies WriterSays
