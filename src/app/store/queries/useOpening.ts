import type { Store } from '../store.ts'
import { useLiveStore } from './StoreContext.tsx'

/** How far the books have been read, while the phone's memory is being opened; null when they are here. */
export const useOpening = (): Store['opening'] => useLiveStore().opening
