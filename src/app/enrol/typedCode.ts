import { codeFromLink } from './codeFromLink.ts'

/**
 * The code as it stands in its field after a key or a paste: capitals in groups of four. What is mended in the middle
 * or taken away is left as typed, so that the cursor doesn't jump.
 */
export const typedCode = (before: string, now: string): string => {
  if (now.includes('#enrol=')) return grouped(codeFromLink(now) ?? now)
  return now.length > before.length && now.startsWith(before) ? grouped(now) : now
}

/** Letters with marks stay: they are said to be wrong, not silently lost. */
const grouped = (code: string): string =>
  code
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/(.{4})(?=.)/gu, '$1-')
