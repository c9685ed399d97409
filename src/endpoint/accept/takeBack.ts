import { storable } from '../../domain/book/canonicalJson.ts'
import { entryText } from '../../domain/book/entryHash.ts'
import type { StampedEntry } from '../../domain/entries/entry.ts'
import { stampedShape } from '../../wire/entry.ts'
import type { BackPage, SyncAnswer } from '../../wire/messages/sync.ts'
import { sealedLines, sealText } from '../../wire/signing/texts.ts'
import { audit } from '../books/audit.ts'
import { appendEntry } from '../books/bookWriter.ts'
import type { Db } from '../books/tables.ts'
import type { Speaker } from '../devices/speaker.ts'
import type { EndpointKeys } from '../keys/endpointKeys.ts'
import { sha256Hex } from '../keys/sha256.ts'
import { countIn } from './counters.ts'

type Back = SyncAnswer['backs'][number]

/**
 * Takes back a whole sealed page of others' entries that an endpoint restored from an older backup may lack. The seal is
 * this endpoint's own word of an earlier epoch, so what it covers is verified, not judged again.
 */
export const takeBack = async (
  tx: Db,
  keys: EndpointKeys,
  speaker: Speaker,
  page: BackPage,
  nowMs: number,
): Promise<Back> => {
  const { book, from, to } = page
  const refused = (code: string): Back => ({ book, from, to, status: 'held', code })
  if (!speaker.confirmed || speaker.revoked) return refused('not-confirmed')
  if (!speaker.books.some(({ id }) => id === book)) return refused('not-your-book')
  const entries: StampedEntry[] = []
  for (const raw of page.entries) {
    const shape = stampedShape.safeParse(raw)
    if (!shape.success || !storable(raw) || shape.data.book !== book) return refused('invalid')
    entries.push(raw as StampedEntry)
  }
  const texts = entries.map((entry) => entryText(entry))
  const lines = entries.map(({ seq, stamp }, at) => [seq, sha256Hex(texts[at] ?? ''), stamp] as const)
  const whole = entries.length === to - from + 1 && entries.every(({ seq }, at) => seq === from + at)
  const sealed = sealText({ epoch: page.epoch, book, from, to, digest: sha256Hex(sealedLines(lines)) })
  if (!whole || !(await keys.signed(sealed, page.seal))) return refused('bad-seal')
  let brought = 0
  for (const [at, entry] of entries.entries()) {
    const here = await tx.selectFrom('entries').select('id').where('id', '=', entry.id).executeTakeFirst()
    if (here !== undefined) continue
    const { seq: _seq, stamp, ...own } = entry
    await appendEntry(tx, { entry: own, text: texts[at] ?? '', hash: lines[at]?.[1] ?? '', stamp, arrivedMs: nowMs })
    await countIn(tx, entry.device, [entry.n])
    brought += 1
  }
  if (brought > 0) await audit(tx, nowMs, 'page.given-back', speaker.id, { book, from, to, epoch: page.epoch, brought })
  return { book, from, to, status: 'taken' }
}
