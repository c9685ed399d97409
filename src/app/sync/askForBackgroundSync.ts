/** What the worker listens for: the browser wakes it when there is a network, also after the page was closed. */
export const backgroundSyncTag = 'mai-am-hand-in'

type SyncManager = { register(tag: string): Promise<void> }

/** Asks for it where the browser has it and people let it; elsewhere the page does all of it. */
export const askForBackgroundSync = async (): Promise<void> => {
  try {
    const registration = await navigator.serviceWorker?.getRegistration()
    const { sync } = (registration ?? {}) as { sync?: SyncManager }
    await sync?.register(backgroundSyncTag)
  } catch {
    // Not allowed: no harm, the triggers of the page stay.
  }
}
