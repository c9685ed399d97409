import { Workbox } from 'workbox-window'

/** `waits`: whole on this phone, not in use yet. `elsewhere`: another tab took it; this page still runs the old one. */
type Update = 'none' | 'waits' | 'elsewhere'

let update: Update = 'none'
let worker: Workbox | null = null
const listeners = new Set<() => void>()

/** An app that stays open for days asks itself, at most this often, whether there is a new version. */
const askAgainMs = 60 * 60_000

/** Registers the worker; a new one waits until a person says so, never during a form [L11]. */
export const registerWorker = (nowMs: () => number): void => {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  const workbox = new Workbox('/worker.js')
  worker = workbox
  const controlled = navigator.serviceWorker.controller !== null
  workbox.addEventListener('waiting', () => set('waits'))
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The first worker of all takes over a page of its own version: nothing to offer.
    if (controlled) set('elsewhere')
  })
  workbox.register().then(
    () => navigator.serviceWorker.controller?.postMessage({ type: 'TIDY' }),
    (error: unknown) => console.error(error),
  )
  let askedMs = nowMs()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || !navigator.onLine || nowMs() - askedMs < askAgainMs) return
    askedMs = nowMs()
    workbox.update().catch((error: unknown) => console.error(error))
  })
}

export const readUpdate = (): Update => update

export const onUpdate = (tell: () => void): (() => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/** Takes the new version: it takes over, and this page is opened again; other tabs go on as they are. */
export const takeUpdate = (): void => {
  if (update === 'elsewhere') location.reload()
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload())
  worker?.messageSkipWaiting()
}

const set = (next: Update): void => {
  update = next
  for (const tell of [...listeners]) tell()
}
