import { useEffect, useState } from 'react'
import { type ShareEnd, shareEndOf } from '../../../domain/maps/shareEnd.ts'

/** How sharing a map ended, where that led to this screen. Said once: the address forgets it. */
export const useShareEnd = (): ShareEnd | null => {
  const [end] = useState(() => shareEndOf(location.search))
  useEffect(() => {
    if (end !== null) history.replaceState(history.state, '', location.pathname)
  }, [end])
  return end
}
