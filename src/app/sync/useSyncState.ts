import { useSyncExternalStore } from 'react'
import { onSyncState, readSyncState, type SyncState } from './syncState.ts'

/** Where handing in stands now. */
export const useSyncState = (): SyncState => useSyncExternalStore(onSyncState, readSyncState)
