import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import type { Store } from '../store.ts'

const StoreContext = createContext<Store | null>(null)

export const StoreProvider = ({ store, children }: { store: Store; children: ReactNode }) => (
  <StoreContext value={store}>{children}</StoreContext>
)

/** The phone's memory, without following its changes. */
export const useStore = (): Store => {
  const store = useContext(StoreContext)
  if (store === null) throw new Error('a screen stands outside the StoreProvider')
  return store
}

/** The phone's memory; the component is drawn again at every change of it. */
export const useLiveStore = (): Store => {
  const store = useStore()
  useSyncExternalStore(
    (tell) => store.subscribe(tell),
    () => store.version,
  )
  return store
}
