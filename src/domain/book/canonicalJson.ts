/**
 * RFC 8785 (JCS) canonical JSON. Throws NotCanonical for what JSON can't say: numbers that aren't finite, functions.
 * Lone surrogates are escaped as JSON.stringify does; whether text may be kept is asked by `storable`.
 */
export const canonicalJson = (value: unknown): string => {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value)
    case 'number':
      if (!Number.isFinite(value)) throw new NotCanonical('number')
      return JSON.stringify(value)
    case 'object': {
      if (value === null) return 'null'
      if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
      const object = value as { [key: string]: unknown }
      const parts: string[] = []
      // RFC 8785 §3.2.3: by UTF-16 code units, which is what plain sort() compares.
      for (const key of Object.keys(object).sort()) {
        if (object[key] !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalJson(object[key])}`)
      }
      return `{${parts.join(',')}}`
    }
    default:
      throw new NotCanonical(typeof value)
  }
}

export class NotCanonical extends Error {}

/** False where a text holds a lone surrogate or U+0000: databases and other programs would change or refuse it. */
export const storable = (value: unknown): boolean => {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\u0000')
  if (Array.isArray(value)) return value.every(storable)
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).every(([key, one]) => storable(key) && storable(one))
  return true
}
