import type { Database } from './tables.ts'

/** The photo that a person went to take: the camera's app may kill the page, and the slot is still known then [L12]. */
export type SlotWaiting = { draft: string; slot: string }

const key = 'slotWaiting'

export const readSlotWaiting = async (database: Database): Promise<SlotWaiting | null> =>
  ((await database.meta.get(key)) as SlotWaiting | undefined) ?? null

/** `null`: the photo has come, or nobody wants it any more. A phone too full for these few words goes without. */
export const writeSlotWaiting = async (database: Database, waiting: SlotWaiting | null): Promise<void> => {
  try {
    if (waiting === null) await database.meta.delete(key)
    else await database.meta.put(waiting, key)
  } catch (error) {
    console.error(error)
  }
}
