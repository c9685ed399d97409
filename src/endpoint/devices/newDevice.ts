import { canonicalJson } from '../../domain/book/canonicalJson.ts'
import type { Speaker } from './speaker.ts'

/** A device's row as it begins; whoever enrols it says what is known beyond. */
export const newDevice = (
  id: string,
  publicKey: Speaker['publicKey'],
  person: { id: string; name: string },
  role: string,
  books: readonly string[],
) => ({
  id,
  name: '',
  model: '',
  publicKey: canonicalJson(publicKey),
  person: person.id,
  personName: person.name,
  role,
  books: JSON.stringify(books),
  confirmed: 0,
  revokedAt: null,
  wipe: 0,
  changed: 0,
  lastSeen: null,
  upTo: 0,
  lastClamped: null,
  codeHash: null,
  certificate: null,
})
