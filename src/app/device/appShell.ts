/** Whether the app itself opens without a network, and which build it is. */
export type AppShell = { whole: boolean; version: string }

/** The worker keeps the shell whole or not at all [L11]: an active one with the first page in its cache has all of it. */
export const readAppShell = async (): Promise<AppShell> => {
  const version = buildOf(document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src ?? '')
  try {
    const worker = await navigator.serviceWorker.getRegistration()
    const first = await caches.match('/index.html', { ignoreSearch: true })
    return { whole: worker?.active != null && first !== undefined, version }
  } catch {
    return { whole: false, version }
  }
}

/** Tells once the worker has kept the shell; on a first visit that is some seconds after the app was drawn. */
export const whenShellKept = (tell: () => void): void => {
  if ('serviceWorker' in navigator) void navigator.serviceWorker.ready.then(tell)
}

/** The first letters of the hash in the built file's name: two phones with the same letters run the same app. */
const buildOf = (src: string): string => /-([\w-]{6})[\w-]*\.js$/.exec(src)?.[1] ?? '–'
