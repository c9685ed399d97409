import type { Database } from './tables.ts'

/** Which of these pictures are on this phone: taken here, or brought before. */
export const picturesHere = async (database: Database, sha256s: readonly string[]): Promise<Set<string>> => {
  const seen = await database.seenPictures.where('sha256').anyOf(sha256s).primaryKeys()
  const own = await database.photoBytes.where('sha256').anyOf(sha256s).primaryKeys()
  return new Set([...seen, ...own.map(([sha256]) => sha256)])
}
