/**
 * RFC 8785 (JCS) canonical JSON. Throws NotCanonical for what can't be written so: lone surrogates, U+0000 (this
 * contract), numbers that aren't finite, undefined, functions.
 */
export const canonicalJson = (value: unknown): string => {
  switch (typeof value) {
    case 'string':
      return text(value)
    case 'number':
      if (!Number.isFinite(value)) throw new NotCanonical('number')
      return JSON.stringify(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object': {
      if (value === null) return 'null'
      if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
      const object = value as { [key: string]: unknown }
      const parts: string[] = []
      // RFC 8785 §3.2.3: by UTF-16 code units, which is what plain sort() compares.
      for (const key of Object.keys(object).sort()) {
        if (object[key] !== undefined) parts.push(`${text(key)}:${canonicalJson(object[key])}`)
      }
      return `{${parts.join(',')}}`
    }
    default:
      throw new NotCanonical(typeof value)
  }
}

export class NotCanonical extends Error {}

const text = (value: string): string => {
  if (!value.isWellFormed()) throw new NotCanonical('lone surrogate')
  if (value.includes('\u0000')) throw new NotCanonical('U+0000')
  return JSON.stringify(value)
}
