import type * as z from 'zod/mini'
import { Refused } from './refuse.ts'

/** Parse at the door: the message in its shape, or 400 that says what is wrong with it. */
export const parsed = <Shape extends z.ZodMiniType>(shape: Shape, body: unknown): z.infer<Shape> => {
  const result = shape.safeParse(body)
  if (result.success) return result.data
  const what = result.error.issues.slice(0, 3).map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
  throw new Refused(400, 'bad-request', `The request is not of its shape (${what.join('; ')}).`)
}
