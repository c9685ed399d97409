import type { GivenList } from './listRows.ts'

/** Lists that this thread was just given, by database: who shows them need not wait for the disk. */
const given = new Map<string, readonly GivenList[]>()

export const noteJustListed = (database: string, lists: readonly GivenList[]): void => {
  // What nobody has taken yet is not lost to what comes behind it.
  given.set(database, [...(given.get(database) ?? []), ...lists])
}

/** Once, and nothing at the echo of the same news that comes back to this thread; null where others were given some. */
export const takeJustListed = (database: string): readonly GivenList[] | null => {
  const lists = given.get(database) ?? null
  if (lists === null || lists.length === 0) given.delete(database)
  else given.set(database, [])
  return lists
}
