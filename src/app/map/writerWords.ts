import type { HashState } from '../../domain/maps/runningSha256.ts'

/** Where a pack's bytes go and how far it came. `rows`: they are only hashed here, and kept by who asked. */
export type Place = { folder: string; file: string; kept: 'opfs' | 'rows'; hash: HashState }

/** What is asked of the writing thread. Bytes are handed over, not copied. */
export type WriterAsks =
  | { ask: 'keeps-files'; folder: string }
  | ({ ask: 'open' } & Place)
  | { ask: 'write'; bytes: ArrayBuffer }
  | { ask: 'close' }

/** `full`: no room. `gone`: the file is shorter than was said. `broken`: anything else, the thread's own end too. */
export type WriterFault = 'full' | 'gone' | 'broken'

/** `hash` after what was written; `bytes` back where they are kept in rows. */
export type WriterSays =
  | { ok: true; keepsFiles: boolean }
  | { ok: true; opened: true }
  | { ok: true; hash: HashState; bytes: ArrayBuffer | null }
  | { ok: true; closed: true }
  | { ok: false; why: WriterFault }

export type WriterQuestion = { id: number } & WriterAsks
export type WriterAnswer = { id: number } & WriterSays
