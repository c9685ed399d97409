/** Asks that this phone keep the data even when it is full; false where it doesn't promise. */
export const askToKeep = async (): Promise<boolean> => {
  try {
    return await navigator.storage.persist()
  } catch {
    return false
  }
}
