import { useEffect, useMemo, useState } from 'react'
import type { OnlineMap } from '../../../domain/maps/onlineMap.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { useOnlineMap } from '../../store/queries/useOnlineMap.ts'
import { askOnlineMap } from '../askOnlineMap.ts'
import { onlineTile } from '../onlineTile.ts'
import type { OnlineOnMap, OnlineSeen } from './OnlineLayer.ts'

export type OnlineSwitched = {
  /** Null where the endpoint has none: nothing of it is on the screen. */
  offered: OnlineMap | null
  /** What lies on the map; null while it is off. */
  layer: OnlineOnMap | null
  seen: OnlineSeen
  told(seen: OnlineSeen): void
  turn(on: boolean): void
}

/** The map on the net: whether there is one is asked once, when the map is opened; its tiles only while it is on. */
export const useOnlineOnMap = (): OnlineSwitched => {
  const { database, device } = useStore()
  const { offered, on, turn } = useOnlineMap()
  const [seen, setSeen] = useState<OnlineSeen>('nothing')
  useEffect(() => {
    const asking = new AbortController()
    askOnlineMap({ database, device }, asking.signal).catch((error: unknown) => console.error(error))
    return () => asking.abort()
  }, [database, device])
  const layer = useMemo((): OnlineOnMap | null => {
    if (offered === null || !on) return null
    return { ...offered, tile: (place, signal) => onlineTile({ database, device }, place, signal) }
  }, [database, device, offered, on])
  const turnAfresh = (to: boolean) => {
    setSeen('nothing')
    turn(to)
  }
  return { offered, layer, seen, told: setSeen, turn: turnAfresh }
}
