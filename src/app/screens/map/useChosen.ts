import { useCallback } from 'react'
import { useLocation, useSearch } from 'wouter'

/** The household that the address names: a tap, a link and Back all come to the same. */
export const useChosen = (): { id: string | null; choose(id: string | null): void } => {
  const [, go] = useLocation()
  const id = new URLSearchParams(useSearch()).get('household')
  const choose = useCallback(
    (chosen: string | null) =>
      go(chosen === null ? '/map' : `/map?household=${encodeURIComponent(chosen)}`, { replace: true }),
    [go],
  )
  return { id, choose }
}
