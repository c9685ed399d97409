import { digestText, parseDigest } from '../../domain/book/digest.ts'
import { entriesOf } from '../store/entriesOf.ts'
import { beginAfresh } from '../store/freshCopy.ts'
import { dropUnproven, markProven, nextUnproven } from '../store/unproven.ts'
import { mayPullAfresh } from './pullFrom.ts'
import type { Run } from './run.ts'
import { wholePage } from './wholePage.ts'

/** What came of a book: all its seals are right, one was not (it is dropped), or its digest is another (pulled afresh). */
export type Proof = 'right' | 'bad' | 'begun-afresh'

/**
 * Asks for the seals of pages that were kept without, one after the other, so that who looks at the phone meanwhile is not
 * held up. A hand-in that ends in the middle goes on from there the next time.
 */
export const proveBook = async (run: Run, receiptKey: JsonWebKey, book: string): Promise<Proof> => {
  const { database, device, signal } = run
  for (;;) {
    signal.throwIfAborted()
    const next = await nextUnproven(database, book)
    if (next === null) return 'right'
    const { cursor, page } = next
    const proof = page === undefined ? null : await proofOf(run, receiptKey, page, cursor.digest)
    signal.throwIfAborted()
    if (page === undefined || proof === null) {
      await dropUnproven(database, book)
      return 'bad'
    }
    await markProven(database, page, proof)
    if (proof !== page.unproven && mayPullAfresh(cursor, device.nowMs())) {
      await beginAfresh(database, book, device.nowMs())
      return 'begun-afresh'
    }
    // A picture or a tap comes between two pages.
    await new Promise((soon) => setTimeout(soon))
  }
}

/** The book's digest after the page, where its seal is right. */
const proofOf = async (
  { device }: Run,
  receiptKey: JsonWebKey,
  page: Parameters<typeof markProven>[1],
  before: string,
): Promise<string | null> => {
  const { epoch, book, from, to, seal } = page
  const said = { entries: await entriesOf(page), from, cursor: to, more: false, title: '', digest: '', seal }
  const sealed = { epoch, book, after: from - 1, page: said, acknowledged: [] }
  const whole = await wholePage(device, receiptKey, sealed, parseDigest(before))
  return whole === null ? null : digestText(whole.digest)
}
