/** What the browser says of its own storage. `freeBytes` is its promise, not the phone's: it may say far too much. */
export type StorageFacts = { freeBytes: number | null; persisted: boolean | null }

export const readStorage = async (): Promise<StorageFacts> => {
  try {
    const { quota, usage } = await navigator.storage.estimate()
    const persisted = await navigator.storage.persisted()
    return { freeBytes: quota === undefined ? null : Math.max(0, quota - (usage ?? 0)), persisted }
  } catch {
    return { freeBytes: null, persisted: null }
  }
}

/** Asks that the data be kept even when the phone is full; false where the phone does not promise. */
export const askToKeep = async (): Promise<boolean> => {
  try {
    return await navigator.storage.persist()
  } catch {
    return false
  }
}
