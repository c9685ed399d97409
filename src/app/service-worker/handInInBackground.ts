import { browserDevice } from '../device/browserDevice.ts'
import { countToSend } from '../store/deliveries.ts'
import { openDatabase } from '../store/tables.ts'
import { backgroundSyncTag } from '../sync/askForBackgroundSync.ts'
import { ifFree } from '../sync/oneAtATime.ts'
import { syncOnce } from '../sync/syncOnce.ts'
import { setSyncState } from '../sync/syncState.ts'
import { watchedRun } from '../sync/watchedRun.ts'

/** Listens for the browser's word that there is a network, and hands in with no page open. */
export const handInInBackground = (worker: ServiceWorkerGlobalScope): void => {
  worker.addEventListener('sync', (event) => {
    const { tag } = event as Event & { tag?: string }
    if (tag === backgroundSyncTag) (event as ExtendableEvent).waitUntil(handIn())
  })
}

/** Fails where something still waits for a line, so that the browser tries again. A tab that does it already is enough. */
const handIn = async (): Promise<void> => {
  const database = openDatabase()
  try {
    const outcome = await ifFree(() =>
      watchedRun(syncOnce, database, browserDevice, (left) => setSyncState({ at: 'running', ...left })),
    )
    if (outcome === null) return
    setSyncState({ at: 'idle', last: outcome })
    if (outcome.at === 'no-signal' && (await countToSend(database)) > 0) throw new Error(`no signal: ${outcome.why}`)
  } finally {
    database.close()
  }
}
