import { useEffect, useRef, useState } from 'react'
import { useStore } from '../store/queries/StoreContext.tsx'
import { type TakenIn, takeInBundle } from './takeInBundle.ts'

/** A file on its way to the endpoint, and how that ended; leaving the screen stops it, and it goes on from there. */
export const useTakeIn = () => {
  const store = useStore()
  const [sent, setSent] = useState<number | null>(null)
  const [ended, setEnded] = useState<TakenIn | null>(null)
  const stopping = useRef<AbortController | null>(null)
  useEffect(() => () => stopping.current?.abort(), [])
  const send = async (file: File) => {
    const controller = new AbortController()
    stopping.current = controller
    setEnded(null)
    setSent(0)
    const told = await takeInBundle(store, file, setSent, controller.signal).catch((error: unknown): TakenIn => {
      console.error(error)
      return { at: 'refused', code: 'unreadable' }
    })
    setSent(null)
    setEnded(told)
  }
  return { sent, ended, send, forget: () => setEnded(null), stop: () => stopping.current?.abort() }
}
