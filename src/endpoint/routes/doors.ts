import type { Books } from '../books/openBooks.ts'
import type { EndpointKeys } from '../keys/endpointKeys.ts'

/** What routes act through: the books, the keys, the folder of pictures, and the clock, handed in. */
export type Doors = {
  readonly books: Books
  readonly keys: EndpointKeys
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** What links and QR codes say; null: as asked. */
  readonly origin: string | null
}
