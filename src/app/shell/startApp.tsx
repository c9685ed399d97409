import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { dayOf } from '../../domain/time/day.ts'
import { startLanguage } from '../../language/locale.ts'
import { afterPaint } from '../device/afterPaint.ts'
import { browserDevice } from '../device/browserDevice.ts'
import { build, builtMs } from '../device/build.ts'
import { holdPage } from '../device/pageLocks.ts'
import { linkedCode, watchLinks } from '../enrol/linkedCode.ts'
import { openStore } from '../store/openStore.ts'
import { StoreProvider } from '../store/queries/StoreContext.tsx'
import { standsAt } from '../store/standsAt.ts'
import type { Store } from '../store/store.ts'
import { openDatabase } from '../store/tables.ts'
import { App } from './App.tsx'
import { keepClock } from './keepClock.ts'
import { keepFocus } from './keepFocus.ts'
import { keepReserve } from './keepReserve.ts'
import { Enrol } from './laterScreens.tsx'
import { sayNotOpen } from './sayNotOpen.tsx'
import { warmUp } from './warmUp.ts'
import './shell.css'

/** The worker knows no day on which it was built; what it does asks nobody. */
const device = { ...browserDevice, builtMs }

/** Opens the phone's memory, draws the app, and lets it hand in by itself. */
export const startApp = async (place: HTMLElement): Promise<void> => {
  watchLinks()
  // Who comes by a link isn't enrolled as a rule: that screen comes while the storage is opened.
  if (linkedCode() !== null) void Enrol.load().catch(() => undefined)
  holdPage(entryScript())
  document.documentElement.dataset.build = build
  startLanguage()
  const root = createRoot(place)
  keepFocus(place)
  const database = openDatabase()
  let open = false
  // An older tab that sleeps holds an upgrade up: a page says so, and goes on by itself when that tab is closed.
  database.on('blocked', () => void sayNotOpen(root, 'blocked', () => !open))
  try {
    // The frame stands as soon as it is known who works here; the books are read behind it [L17].
    const store = await openStore(database, device, (store) => {
      open = true
      root.render(
        <StrictMode>
          <StoreProvider store={store}>
            <App />
          </StoreProvider>
        </StrictMode>,
      )
    })
    afterPaint(() => void handIn(store))
    keepReserve(database)
    keepClock(database, device)
  } catch (error) {
    console.error(error)
    await sayNotOpen(root, 'failed', () => true)
  }
  await keepShell().catch((error: unknown) => console.error(error))
}

/** The worker that keeps the app's shell, registered behind the first screen. */
const keepShell = async (): Promise<void> => {
  const { registerWorker } = await import('./behindFirst.ts')
  registerWorker(browserDevice.nowMs)
}

/**
 * What speaks with the endpoint, and the shapes it checks by, isn't needed to draw the first screen; nor what the next
 * taps will open.
 */
const handIn = async (store: Store): Promise<void> => {
  const { startSync } = await import('../sync/startSync.ts')
  startSync(store.database, browserDevice, (book, uuid) => standsAt(store, book, uuid))
  await warmUp()
  const { readWay } = await import('../store/way.ts')
  // A way of another day goes with this question [R-map-11].
  await readWay(store.database, dayOf(store.clock().nowMs)).catch((error: unknown) => console.error(error))
  const { dropOldShared } = await import('../store/dropShared.ts')
  await dropOldShared(store.database, browserDevice.nowMs()).catch((error: unknown) => console.error(error))
  const { keepLists } = await import('../store/keepLists.ts')
  keepLists(store)
}

/** Its name carries the hash of all it names, so it tells a version from every other. */
const entryScript = (): string => {
  const script = document.querySelector<HTMLScriptElement>('script[type=module][src]')
  return script === null ? '' : new URL(script.src).pathname
}
