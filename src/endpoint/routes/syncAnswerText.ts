import type { SyncAnswer } from '../../wire/messages/sync.ts'
import type { PageOfTexts } from '../books/readPages.ts'

/** An answer whose entries are still the texts that they are kept as. */
export type AnswerOfTexts = Omit<SyncAnswer, 'books'> & {
  books: { [book: string]: PageOfTexts & { more: boolean } }
}

/** The answer as JSON, put together from its entries’ texts: nothing that is kept is read and written anew (decision 60). */
export const syncAnswerText = ({ books, ...said }: AnswerOfTexts): string => {
  const pages = Object.entries(books).map(
    ([book, { entries, ...page }]) => `"${book}":${withLast(page, 'entries', `[${entries.join(',')}]`)}`,
  )
  return withLast(said, 'books', `{${pages.join(',')}}`)
}

/** The object’s JSON with one field more, whose JSON is there already. */
const withLast = (object: object, field: string, json: string): string =>
  `${JSON.stringify(object).slice(0, -1)},"${field}":${json}}`
