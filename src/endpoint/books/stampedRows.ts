import { saidOnce } from './saidOnce.ts'

/** Entries of a book behind seq `after`, up to seq `upTo`, in their order, as they are kept. */
export const stampedRows = saidOnce((db, book: string, after: number, upTo: number) =>
  db
    .selectFrom('entries')
    .select(['seq', 'id', 'hash', 'stamp', 'text', 'digest'])
    .where('book', '=', book)
    .where('seq', '>', after)
    .where('seq', '<=', upTo)
    .orderBy('seq'),
)

/** The entry's JSON with what the endpoint adds, put to the text that is kept. */
export const stampedText = ({ text, seq, stamp }: { text: string; seq: number; stamp: string }): string =>
  `${text.slice(0, -1)},"seq":${seq},"stamp":"${stamp}"}`
