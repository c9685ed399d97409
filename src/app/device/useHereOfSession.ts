import { useEffect, useState } from 'react'
import type { Point } from '../../domain/place/distance.ts'
import type { Here } from './place.ts'
import { useHere } from './useHere.ts'

const key = 'mai-am-here'
/** Sharp enough to say which house is nearer. */
const wantedMetres = 50

/** Where somebody said *gần tôi*, until the app is closed; asked again by a tap only. */
export const useHereOfSession = (): { point: Point | null; here: Here; ask(): void } => {
  const [point, setPoint] = useState<Point | null>(() => JSON.parse(sessionStorage.getItem(key) ?? 'null'))
  const { here, seek } = useHere(wantedMetres)
  useEffect(() => {
    if (here.at !== 'found') return
    const { lat, lon } = here.fix
    sessionStorage.setItem(key, JSON.stringify({ lat, lon }))
    setPoint({ lat, lon })
  }, [here])
  return { point, here, ask: seek }
}
