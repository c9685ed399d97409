/**
 * Where a pack's bytes go; `got`: how many are there by what was said. `rows`: they are only hashed here, and kept by who
 * asked.
 */
export type Place = { folder: string; file: string; kept: 'opfs' | 'rows'; got: number }

/** What is asked of the writing thread. Bytes are handed over, not copied. */
export type WriterAsks =
  | { ask: 'keeps-files'; folder: string }
  | ({ ask: 'open' } & Place)
  | { ask: 'hash-on'; bytes: ArrayBuffer }
  | { ask: 'write'; bytes: ArrayBuffer }
  | { ask: 'sha256' }
  | { ask: 'close' }

/** `full`: no room. `gone`: the file is shorter than was said. `broken`: anything else, the thread's own end too. */
export type WriterFault = 'full' | 'gone' | 'broken'

/** `got` after what was written; `bytes` back where they are kept in rows. */
export type WriterSays =
  | { ok: true; keepsFiles: boolean }
  | { ok: true; opened: true }
  | { ok: true; hashedOn: true }
  | { ok: true; got: number; bytes: ArrayBuffer | null }
  | { ok: true; sha256: string }
  | { ok: true; closed: true }
  | { ok: false; why: WriterFault }

export type WriterQuestion = { id: number } & WriterAsks
export type WriterAnswer = { id: number } & WriterSays
