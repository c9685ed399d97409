import { useEffect, useState } from 'react'
import { onChange } from '../changes.ts'
import { type KeptOnlineMap, keptOnlineMap, turnOnlineMap } from '../onlineMap.ts'
import { useStore } from './StoreContext.tsx'

export type OnlineMapHere = KeptOnlineMap & { turn(on: boolean): void }

/** The map on the net as this phone last heard of it; nothing until the phone's memory has answered. */
export const useOnlineMap = (): OnlineMapHere => {
  const { database } = useStore()
  const [kept, setKept] = useState<KeptOnlineMap>({ offered: null, on: false })
  useEffect(() => {
    let gone = false
    const read = () =>
      void keptOnlineMap(database).then(
        (now) => gone || setKept(now),
        (error: unknown) => console.error(error),
      )
    read()
    const stop = onChange((change) => change === 'online-map' && read())
    return () => {
      gone = true
      stop()
    }
  }, [database])
  const turn = (on: boolean) => {
    turnOnlineMap(database, on).catch((error: unknown) => console.error(error))
  }
  return { ...kept, turn }
}
