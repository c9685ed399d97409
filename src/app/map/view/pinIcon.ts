import L from 'leaflet'
import type { PinOf } from '../../../domain/map/clusterPoints.ts'

/** Px; the point of a pin is at the middle of its lower edge. */
const pinSize = { width: 48, height: 56 } as const
const smallestCluster = 40
const largestCluster = 60

/** A house in a round frame with a point; `drawing` is taken as it is. */
export const pinIcon = (drawing: Node, chosen: boolean): L.DivIcon =>
  L.divIcon({
    html: drawing as HTMLElement,
    className: chosen ? 'pin chosen' : 'pin',
    iconSize: [pinSize.width, pinSize.height],
    iconAnchor: [pinSize.width / 2, pinSize.height - 2],
  })

/** So many houses, a little larger where they are more. */
export const clusterIcon = (count: number, said: string): L.DivIcon => {
  const side = Math.min(largestCluster, smallestCluster + 4 * Math.floor(Math.log10(Math.max(1, count)) * 2))
  const text = document.createElement('span')
  text.textContent = said
  return L.divIcon({ html: text, className: 'cluster', iconSize: [side, side] })
}

/** The name by which a drawing of the house is found among those drawn beforehand. */
export const drawingOf = ({ stage, mark }: Pick<PinOf, 'stage' | 'mark'>): string => `${stage} ${mark}`
