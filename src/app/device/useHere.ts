import { useCallback, useEffect, useRef, useState } from 'react'
import { browserPlace, type Here, seekPlace } from './place.ts'

/** The place of the phone as a screen follows it; nothing is asked before `seek`, and leaving the screen stops it. */
export const useHere = (wantedMetres: number): { here: Here; seek(): void } => {
  const [here, setHere] = useState<Here>({ at: 'not-asked' })
  const stop = useRef<() => void>(() => undefined)
  useEffect(() => () => stop.current(), [])
  const seek = useCallback(() => {
    stop.current()
    stop.current = seekPlace(browserPlace, wantedMetres, setHere)
  }, [wantedMetres])
  return { here, seek }
}
