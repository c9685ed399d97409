import { useEffect } from 'react'
import { useMap } from 'react-leaflet'
import { mapColours } from './mapColours.ts'
import type { PackOnMap } from './mapPack.ts'
import { PackLayer } from './PackLayer.ts'
import { packToPaint } from './packToPaint.ts'

/** Letters of the names are measured once they are here; a letter with two signs brings the Vietnamese ones. */
const fontsHere = (): Promise<unknown> =>
  Promise.all([
    document.fonts.load('600 13px "Be Vietnam Pro"', 'Ắn'),
    document.fonts.load('400 12px "Be Vietnam Pro"', 'Ắn'),
  ])

/** What lies under the pins: the packs on this phone, painted light or dark as the app is. */
export const Packs = ({ packs, failed }: { packs: readonly PackOnMap[]; failed(title: string): void }) => {
  const map = useMap()
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)')
    let layer: PackLayer | null = null
    let gone = false
    const lay = async () => {
      const colours = mapColours(map.getContainer())
      const opened = await Promise.all(
        packs.map((pack) =>
          packToPaint(pack, colours).catch((error: unknown) => {
            console.error(error)
            failed(pack.title)
            return null
          }),
        ),
      )
      if (gone) return
      layer?.remove()
      const readable = opened.filter((pack) => pack !== null)
      // Bare paper needs no tiles.
      layer = readable.length === 0 ? null : new PackLayer(readable, fontsHere()).addTo(map)
    }
    const layAgain = () => void lay()
    layAgain()
    dark.addEventListener('change', layAgain)
    return () => {
      gone = true
      dark.removeEventListener('change', layAgain)
      layer?.remove()
    }
  }, [map, packs, failed])
  return null
}
