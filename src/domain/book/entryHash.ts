import type { Entry } from '../entries/entry.ts'
import { canonicalJson } from './canonicalJson.ts'

/** SHA-256 of the text's UTF-8 bytes, lower-case hex. Handed in: the domain has no crypto of its own. */
export type Sha256 = (text: string) => Promise<string>

/** What is hashed, stored and sent back: canonical JSON without what the endpoint adds (`seq`, `stamp`). */
export const entryText = (entry: Entry): string => {
  if (!('seq' in entry) && !('stamp' in entry)) return canonicalJson(entry)
  const { seq: _seq, stamp: _stamp, ...own } = entry as Entry & { seq?: number; stamp?: string }
  return canonicalJson(own)
}

/** An entry's hash, lower-case hex. */
export const entryHash = (entry: Entry, sha256: Sha256): Promise<string> => sha256(entryText(entry))
