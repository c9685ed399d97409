import type { ZodMiniType } from 'zod/mini'

/** What is answered: a message in its shape, bytes of another type, or nothing but headers. */
export type Said = { says: string; shape?: ZodMiniType; type?: string; headers?: readonly string[] }

/** One thing that can be asked. Refusals that any request may meet are not repeated here. */
export type Asked = {
  method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE' | 'OPTIONS'
  /** Blanks as `{id}`. */
  path: string
  says: string
  by: 'anybody' | 'a device' | 'an admin'
  shape?: ZodMiniType
  type?: string
  headers?: readonly string[]
  answers: { readonly [status: number]: Said }
}
