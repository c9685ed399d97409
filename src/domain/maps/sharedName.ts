import { plainText } from './plainText.ts'

const mostLetters = 80
const ending = '.pmtiles'

/** What another app calls a file, as a name that can be shown and kept: plain letters of one line, no path, ≤ 88 long. */
export const sharedName = (said: string): string => {
  const plain = plainText(said)
    .normalize('NFC')
    // What steers or hides letters goes with what no file's name may hold.
    .replace(/[\p{C}\\/:*?"<>|]+/gu, ' ')
    .replace(/^[\s.]+|\s+$/g, '')
    .replace(/\s+/g, ' ')
  const isPack = plain.toLowerCase().endsWith(ending)
  const stem = isPack ? plain.slice(0, -ending.length) : plain
  const short = [...stem].slice(0, mostLetters).join('').trim()
  return (short === '' ? 'map' : short) + (isPack ? ending : '')
}
