import { useEffect, useState } from 'react'
import { entryHash } from '../../../domain/book/entryHash.ts'
import type { FoldedEntry } from '../../../domain/entries/entry.ts'
import type { Store } from '../store.ts'
import { useLiveStore } from './StoreContext.tsx'

/** An entry's id and hash; `seq` is its number in the book, null while it is only on this device. */
export type EntryMark = { id: string; hash: string; seq: number | null }

/** Null until it was computed, and where the entry is not on this device. */
export const useEntryMark = (id: string): EntryMark | null => {
  const store = useLiveStore()
  const { device } = store
  const entry = entryHere(store, id)
  const [hash, setHash] = useState('')
  useEffect(() => {
    let gone = false
    setHash('')
    if (entry === undefined) return
    entryHash(entry, (text) => device.sha256(text)).then(
      (computed) => gone || setHash(computed),
      (error: unknown) => console.error(error),
    )
    return () => {
      gone = true
    }
  }, [device, entry])
  return entry === undefined || hash === '' ? null : { id, hash, seq: entry.seq }
}

const entryHere = ({ books }: Store, id: string): FoldedEntry | undefined => {
  for (const state of books.values()) {
    const subject = state.subjects.get(id)
    if (subject !== undefined) return state.histories.get(subject)?.find((one) => one.id === id)
  }
  return undefined
}
