import type { KeptList } from './listRows.ts'
import type { Database } from './tables.ts'

/** FNV-1a over the text's code units: what the disk mangled is not gone on from. */
export const sumOf = (text: string): number => {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return sum >>> 0
}

export const isWhole = ({ text, sum }: KeptList): boolean => sum === sumOf(text)

/** The lists that the disk gives back as they were. */
export const wholeLists = async ({ lists }: Database): Promise<KeptList[]> => (await lists.toArray()).filter(isWhole)
