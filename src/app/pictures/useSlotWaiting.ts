import { useEffect, useRef, useState } from 'react'
import { useStore } from '../store/queries/StoreContext.tsx'
import { readSlotWaiting, writeSlotWaiting } from '../store/slotWaiting.ts'

/** Which slot of a form a page that was killed was taking a photo for [L12]; and how the page now says so of its own. */
export const useSlotWaiting = (draft: string) => {
  const { database } = useStore()
  const [waiting, setWaiting] = useState<string | null>(null)
  const going = useRef(false)
  useEffect(() => {
    let gone = false
    readSlotWaiting(database).then(
      (found) => {
        if (!gone && !going.current && found?.draft === draft) setWaiting(found.slot)
      },
      (error: unknown) => console.error(error),
    )
    return () => {
      gone = true
      // Left by a person: nothing was killed.
      if (going.current) void writeSlotWaiting(database, null)
    }
  }, [database, draft])
  return {
    waiting,
    begin: (slot: string) => {
      going.current = true
      setWaiting(null)
      void writeSlotWaiting(database, { draft, slot })
    },
    end: () => {
      going.current = false
      void writeSlotWaiting(database, null)
    },
  }
}
