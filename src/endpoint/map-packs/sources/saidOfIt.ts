import * as z from 'zod/mini'
import type { VectorLayer } from './tileSource.ts'

const said = z.object({ attribution: z.optional(z.string()), vector_layers: z.optional(z.array(z.unknown())) })
const layer = z.object({ id: z.string(), fields: z.optional(z.record(z.string(), z.unknown())) })

/** Whom a source names as its makers; null where it names nobody. */
export const attributionOf = (metadata: unknown): string | null => said.safeParse(metadata).data?.attribution || null

/** The layers that a source tells of; what is not a layer is passed over, and nothing is made up. */
export const vectorLayersOf = (metadata: unknown): VectorLayer[] =>
  (said.safeParse(metadata).data?.vector_layers ?? []).flatMap((one) => {
    const { data } = layer.safeParse(one)
    if (data === undefined) return []
    const fields = Object.entries(data.fields ?? {}).map(([name, type]) => [name, String(type)])
    return [{ id: data.id, fields: Object.fromEntries(fields) }]
  })
