/**
 * RFC 8785 (JCS) canonical JSON. Throws NotCanonical for what JSON can't say: numbers that aren't finite, functions.
 * Lone surrogates are escaped as JSON.stringify does; whether text may be kept is asked by `storable`.
 */
export const canonicalJson = (value: unknown): string => {
  switch (typeof value) {
    case 'string':
      return quoted(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'number':
      if (!Number.isFinite(value)) throw new NotCanonical('number')
      // As JSON.stringify says it, -0 too.
      return `${value}`
    case 'object':
      if (value === null) return 'null'
      return Array.isArray(value) ? arrayText(value) : objectText(value as { [key: string]: unknown })
    default:
      throw new NotCanonical(typeof value)
  }
}

const arrayText = (values: readonly unknown[]): string => {
  let text = ''
  for (let at = 0; at < values.length; at += 1) text += `${at === 0 ? '' : ','}${canonicalJson(values[at])}`
  return `[${text}]`
}

const objectText = (object: { [key: string]: unknown }): string => {
  let text = ''
  for (const key of inOrder(Object.keys(object))) {
    const value = object[key]
    if (value !== undefined) text += `${text === '' ? '' : ','}${quoted(key)}:${canonicalJson(value)}`
  }
  return `{${text}}`
}

/** RFC 8785 §3.2.3: by UTF-16 code units, which is what `<` and plain sort() compare. */
const inOrder = (keys: string[]): string[] => {
  // For the few keys of a record, putting each in its place costs a third of what sort() does.
  if (keys.length > 24) return keys.sort()
  for (let at = 1; at < keys.length; at += 1) {
    const key = keys[at] as string
    let to = at
    for (; to > 0 && (keys[to - 1] as string) > key; to -= 1) keys[to] = keys[to - 1] as string
    keys[to] = key
  }
  return keys
}

/** Nothing in it that JSON writes with a backslash. */
const plain = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/

const quoted = (text: string): string => (plain.test(text) ? `"${text}"` : JSON.stringify(text))

export class NotCanonical extends Error {}

/** False where a text holds a lone surrogate or U+0000: databases and other programs would change or refuse it. */
export const storable = (value: unknown): boolean => {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\u0000')
  if (Array.isArray(value)) return value.every(storable)
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).every(([key, one]) => storable(key) && storable(one))
  return true
}
