/**
 * What the QR of a printed record says: `mai-am:check:<entry id>:<hash>`, or `mai-am:visit:…`. Whoever reads it finds the entry by its id,
 * and by its hash (of `entryHash`) that the paper shows that very entry. No name, no link: it works without a signal.
 */
export const paperMark = (of: 'check' | 'visit', id: string, hash: string): string => `mai-am:${of}:${id}:${hash}`
