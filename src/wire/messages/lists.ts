import * as z from 'zod/mini'

/**
 * Asks for lists ahead of their books' pages: made by the rules of `fold` (a version of the domain; another is refused as
 * `not-found`), of these books in this order, as many as fit in `most` bytes but one at least.
 */
export const listsRequest = z.object({
  fold: z.string().check(z.minLength(1), z.maxLength(64)),
  books: z.array(z.string().check(z.maxLength(100))).check(z.maxLength(200)),
  most: z.int().check(z.minimum(1), z.maximum(4 * 1024 * 1024)),
})
