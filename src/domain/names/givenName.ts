const collator = new Intl.Collator('vi', { numeric: true, sensitivity: 'variant' })

/** The given name is the last word; a one-word name is itself. */
const givenName = (name: string): string => name.trim().split(/\s+/).at(-1) ?? ''

/** By given name, then the whole name, as Vietnamese lists are sorted. */
export const compareNames = (a: string, b: string): number =>
  collator.compare(givenName(a), givenName(b)) || collator.compare(a, b)
