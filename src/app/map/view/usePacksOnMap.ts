import { useEffect, useState } from 'react'
import { onChange } from '../../store/changes.ts'
import { packsHere } from '../../store/packsHere.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { openPack } from '../packSource.ts'
import type { PackOnMap } from './mapPack.ts'

/** The whole packs on this phone, opened for drawing; null until that is known. The same list until one comes or goes. */
export const usePacksOnMap = (): readonly PackOnMap[] | null => {
  const { database } = useStore()
  const [packs, setPacks] = useState<readonly PackOnMap[] | null>(null)
  useEffect(() => {
    let gone = false
    let shown = ''
    const read = async () => {
      const rows = (await packsHere(database)).filter(({ state }) => state.at === 'whole')
      const now = rows.map(({ pack }) => `${pack.id} ${pack.sha256}`).join()
      if (now === shown && now !== '') return
      const opened = await Promise.all(rows.map(({ id }) => openPack(database, id)))
      if (gone) return
      shown = now
      setPacks(opened.flatMap((one) => (one.ok ? [{ ...one.pack, source: one.source }] : [])))
    }
    const readAgain = () => void read().catch((error: unknown) => console.error(error))
    readAgain()
    const stop = onChange((change) => change === 'maps' && readAgain())
    return () => {
      gone = true
      stop()
    }
  }, [database])
  return packs
}
