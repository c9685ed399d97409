import * as z from 'zod/mini'

/** `GET /api/health`, unsigned, never cached. */
export const healthAnswer = z.object({
  ok: z.literal(true),
  service: z.literal('mai-am'),
  epoch: z.string(),
  time: z.string(),
  protocol: z.array(z.number()),
})
