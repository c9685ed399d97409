import { answerFromShell, isOfShell } from './answerFromShell.ts'
import { handInInBackground } from './handInInBackground.ts'
import { keepShell } from './keepShell.ts'
import type { ShellFile } from './shellFiles.ts'
import { isShared, takeShared } from './takeShared.ts'
import { tidyShells } from './tidyShells.ts'

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: ShellFile[] }

const files = self.__WB_MANIFEST

self.addEventListener('install', (event) => event.waitUntil(keepShell(files)))

self.addEventListener('activate', (event) => {
  // The page that brought the first worker works offline from then on, without being opened again.
  event.waitUntil(Promise.all([self.clients.claim(), tidyShells(files)]))
})

self.addEventListener('fetch', (event) => {
  if (isOfShell(event.request)) event.respondWith(answerFromShell(event.request, files))
  else if (isShared(event.request)) event.respondWith(takeShared(event.request))
})

self.addEventListener('message', (event) => {
  const { type } = (event.data ?? {}) as { type?: string }
  // Only when a person asked for the new version.
  if (type === 'SKIP_WAITING') void self.skipWaiting()
  // Not while a newer version waits: its cache has no page yet.
  const { waiting, installing } = self.registration
  if (type === 'TIDY' && waiting === null && installing === null) event.waitUntil(tidyShells(files))
})

handInInBackground(self)
