import { NotCanonical, storable } from '../../domain/book/canonicalJson.ts'
import { entryText } from '../../domain/book/entryHash.ts'
import { mayReview } from '../../domain/build/mayReview.ts'
import type { Entry } from '../../domain/entries/entry.ts'
import { judgeBody } from '../../domain/entries/judgeBody.ts'
import { greatestVersion, isKnownKind, type KnownKind } from '../../domain/entries/kinds.ts'
import { mayTakeBack } from '../../domain/entries/mayTakeBack.ts'
import { mayWrite, type Role } from '../../domain/entries/mayWrite.ts'
import { dayOf } from '../../domain/time/day.ts'
import { clockParts } from '../../domain/time/hybridClock.ts'
import { entryShape } from '../../wire/entry.ts'
import { bodyShapes } from '../../wire/kinds/bodyShapes.ts'
import { type HeldCode, syncLimits } from '../../wire/messages/sync.ts'
import type { Speaker } from '../devices/speaker.ts'
import { sha256Hex } from '../keys/sha256.ts'
import { surelyFits } from './surelyFits.ts'

/** An entry as it could be read: with its canonical text and hash; or what can't be read at all. */
export type ReadEntry =
  | { is: 'readable'; id: string; hash: string; text: string; raw: { [field: string]: unknown } }
  | { is: 'too-large'; id: string; hash: string; raw: unknown }
  | { is: 'unreadable'; raw: unknown }

export const readEntry = (raw: unknown): ReadEntry => {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return { is: 'unreadable', raw }
  const entry = raw as { id?: unknown }
  if (typeof entry.id !== 'string' || entry.id === '' || entry.id.length > 100) return { is: 'unreadable', raw }
  try {
    const text = entryText(raw as Entry)
    const hash = sha256Hex(text)
    if (Buffer.byteLength(text) > syncLimits.entryBytes) return { is: 'too-large', id: entry.id, hash, raw }
    return { is: 'readable', id: entry.id, hash, text, raw: raw as { [field: string]: unknown } }
  } catch (error) {
    if (error instanceof NotCanonical) return { is: 'unreadable', raw }
    throw error
  }
}

const entryFits = surelyFits(entryShape)
const bodyFits = Object.fromEntries(Object.entries(bodyShapes).map(([kind, shape]) => [kind, surelyFits(shape)])) as {
  [K in KnownKind]: (body: unknown) => boolean
}

export type Judgement = { is: 'well'; entry: Entry } | { is: 'held'; code: HeldCode; detail: string }

/**
 * What can be said of an entry without looking at other entries, in this order: whose it is, which book, which role,
 * which version, which shape, and the domain's own rule.
 */
export const judgeEntry = (
  { raw, text }: Extract<ReadEntry, { is: 'readable' }>,
  speaker: Speaker,
  isDistrict: (book: string) => boolean,
): Judgement => {
  if (raw.device !== speaker.id || raw.person !== speaker.person.id) return held('not-yours')
  if (speaker.revoked) return held('revoked')
  // What JSON can only say with an escape is looked for where there is one: rarely.
  if (text.includes('\\u') && !storable(raw)) return held('invalid', 'text with U+0000 or a lone surrogate')
  const wrong = entryFits(raw) ? undefined : entryShape.safeParse(raw).error
  if (wrong !== undefined) return held('invalid', issueText(wrong))
  const entry = raw as unknown as Entry
  if (!speaker.books.some(({ id }) => id === entry.book)) return held('not-your-book')
  if (!mayWrite(speaker.role, entry.kind, entry.body, isDistrict(entry.book) ? 'district' : 'commune'))
    return held('not-your-role')
  if (!isKnownKind(entry.kind)) return { is: 'well', entry }
  if (entry.v > greatestVersion(entry.kind)) return held('newer')
  const wrongBody = bodyFits[entry.kind](entry.body) ? undefined : bodyShapes[entry.kind].safeParse(entry.body).error
  if (wrongBody !== undefined) return held('invalid', issueText(wrongBody))
  // By the clock of who wrote it, as it was judged there: a phone whose clock is wrong is never refused for it.
  const judged = judgeBody(entry.kind, entry.body, dayOf(clockParts(entry.at).ms))
  if (!judged.ok) return held('invalid', judged.refusals.map(({ field, code }) => `${field}: ${code}`).join(', '))
  return { is: 'well', entry }
}

/** A review of a check that one made or joined is not one's role; `check` is the check's entry where it is here. */
export const judgeReviewer = (person: string, check: Entry | undefined): Judgement | null =>
  check !== undefined && !mayReview(check, person) ? held('not-your-role', 'your own check') : null

/** A void of somebody's money is judged by whose it is; `target` is the entry taken back where it is here. */
export const judgeVoider = (role: Role, target: Entry | undefined): Judgement | null =>
  mayTakeBack(role, target) ? null : held('not-your-role', 'money that your role does not record')

const held = (code: HeldCode, detail = ''): Judgement => ({ is: 'held', code, detail })

const issueText = (error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] }): string =>
  error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join('.')}: ${message}`)
    .join('; ')
