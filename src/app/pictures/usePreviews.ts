import { useEffect, useState } from 'react'
import { useStore } from '../store/queries/StoreContext.tsx'
import { bringPreviews } from '../sync/photos/bringPreviews.ts'

export type PreviewsHere = { here: number; of: number }

/** More would push the first ones out again: a phone keeps 600 pictures of others. */
const most = 400

/** Brings previews quietly while a screen is open and there is a signal; says how many are here. */
export const usePreviews = (all: readonly string[]): PreviewsHere => {
  const { database, device } = useStore()
  const [here, setHere] = useState(0)
  const wanted = all.slice(0, most)
  const key = wanted.join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is what is wanted, whatever array holds it.
  useEffect(() => {
    let stop = new AbortController()
    const bring = () => {
      stop.abort()
      stop = new AbortController()
      bringPreviews(database, device, { wanted, tell: setHere, stop: stop.signal }).catch(console.error)
    }
    bring()
    window.addEventListener('online', bring)
    return () => {
      stop.abort()
      window.removeEventListener('online', bring)
    }
  }, [database, device, key])
  return { here, of: wanted.length }
}
