import { Workbox } from 'workbox-window'

let waiting: Workbox | null = null
const listeners = new Set<() => void>()

/** Registers the worker; a new one waits until a person says so, never during a form [L11]. */
export const registerWorker = (): void => {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  const workbox = new Workbox('/worker.js')
  workbox.addEventListener('waiting', () => {
    waiting = workbox
    for (const tell of [...listeners]) tell()
  })
  workbox.register().catch((error: unknown) => console.error(error))
}

export const updateWaits = (): boolean => waiting !== null

export const onUpdate = (tell: () => void): (() => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/** Takes the new version: it takes over, and this page is opened again. */
export const takeUpdate = (): void => {
  if (waiting === null) return
  waiting.addEventListener('controlling', () => location.reload())
  waiting.messageSkipWaiting()
}
