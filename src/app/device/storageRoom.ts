/** What the browser says of its room, in bytes; it rounds and flatters, so that what was tried counts for more. */
export const storageRoom = async (): Promise<{ usage: number; quota: number } | null> => {
  try {
    const { usage = 0, quota = 0 } = await navigator.storage.estimate()
    return { usage, quota }
  } catch {
    return null
  }
}
