import { numberWords } from './locale.ts'
import { bytesWords } from './photoWords.ts'
import { m } from './words/messages.js'

/**
 * What a hand-in is at, in numbers. `books`: entries of the books that are here so far; `other`: what is left of a lane
 * that is neither own entries nor own photos.
 */
export type Going = {
  lane: 'entries' | 'photos'
  entries: { done: number; of: number }
  photos: { done: number; of: number; bytesLeft: number }
  books: number
  other: number
}

/** A wait has a number, whichever lane it is of [L20]. */
export const goingWords = ({ lane, entries, photos, books, other }: Going): string => {
  // CASE 1: own entries are on their way.
  if (lane === 'entries' && entries.done < entries.of)
    return m.handin_running_entries({ done: numberWords(entries.done), total: numberWords(entries.of) })
  // CASE 2: all of them went; books are coming.
  if (lane === 'entries') return m.handin_running_books({ count: numberWords(books) })
  // CASE 3: own photos are on their way.
  if (photos.done < photos.of)
    return m.handin_running_photos({
      done: numberWords(photos.done),
      total: numberWords(photos.of),
      size: bytesWords(photos.bytesLeft),
    })
  // CASE 4: others' pictures are given back to an endpoint that lost them.
  return m.handin_running_some({ count: numberWords(other) })
}
