import type { Database, Delivery, OwnEntry } from './tables.ts'

/**
 * Entries that stand elsewhere now than in memory: of those that aren't handed in, there or on the disk. What is handed
 * in stays so, until a restored endpoint asks for all of it again; then all of it waits, and is read.
 */
export const changedDeliveries = async (
  { own }: Database,
  inMemory: () => readonly OwnEntry[],
): Promise<OwnEntry[]> => {
  const open = await own.where('state').notEqual('handed-in').primaryKeys()
  const asked = new Set([...open, ...inMemory().flatMap(({ n, state }) => (state === 'handed-in' ? [] : [n]))])
  const rows = (await own.bulkGet([...asked])).filter((row) => row !== undefined)
  const known = new Map(inMemory().map((row) => [row.n, row]))
  return rows.filter((row) => !sameDelivery(row.delivery, known.get(row.n)?.delivery))
}

const sameDelivery = (a: Delivery, b: Delivery | undefined): boolean => JSON.stringify(a) === JSON.stringify(b)
