import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startLanguage } from '../../language/locale.ts'
import { browserDevice } from '../device/browserDevice.ts'
import { openStore } from '../store/openStore.ts'
import { StoreProvider } from '../store/queries/StoreContext.tsx'
import { openDatabase } from '../store/tables.ts'
import { startSync } from '../sync/startSync.ts'
import { App } from './App.tsx'
import { keepReserve } from './keepReserve.ts'
import { OpenFailed } from './OpenFailed.tsx'
import { registerWorker } from './registerWorker.ts'
import './shell.css'

/** Opens the phone's memory, draws the app, and lets it hand in by itself. */
export const startApp = async (place: HTMLElement): Promise<void> => {
  startLanguage()
  const root = createRoot(place)
  const database = openDatabase()
  try {
    // The frame stands as soon as it is known who works here; the books are read behind it [L17].
    await openStore(database, browserDevice, (store) =>
      root.render(
        <StrictMode>
          <StoreProvider store={store}>
            <App />
          </StoreProvider>
        </StrictMode>,
      ),
    )
    startSync(database, browserDevice)
    keepReserve(database)
  } catch (error) {
    console.error(error)
    root.render(<OpenFailed />)
  }
  registerWorker()
}
