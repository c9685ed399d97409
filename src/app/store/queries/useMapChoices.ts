import { useEffect, useState } from 'react'
import { type PackChoice, packChoices } from '../../../domain/maps/packChoices.ts'
import { onChange } from '../changes.ts'
import { keptCatalogue } from '../keptCatalogue.ts'
import { packsHere } from '../packsHere.ts'
import { useStore } from './StoreContext.tsx'

/** The maps there are, here and at the endpoint as it was last heard; `heardMs` null: it was never asked. */
export type MapChoices = { choices: PackChoice[]; heardMs: number | null }

/** Null until the phone's memory has answered. */
export const useMapChoices = (): MapChoices | null => {
  const { database } = useStore()
  const [now, setNow] = useState<MapChoices | null>(null)
  useEffect(() => {
    let gone = false
    const read = async () => {
      const [catalogue, rows] = await Promise.all([keptCatalogue(database), packsHere(database)])
      const here = rows.map(({ pack, state }) => ({ pack, got: state.at === 'whole' ? null : state.got }))
      if (!gone) setNow({ choices: packChoices(catalogue?.packs ?? [], here), heardMs: catalogue?.ms ?? null })
    }
    const readAgain = () => void read().catch((error: unknown) => console.error(error))
    readAgain()
    const stop = onChange((change) => change === 'maps' && readAgain())
    return () => {
      gone = true
      stop()
    }
  }, [database])
  return now
}
