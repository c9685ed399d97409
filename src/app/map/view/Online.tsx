import { useEffect } from 'react'
import { useMap } from 'react-leaflet'
import { OnlineLayer, type OnlineOnMap, type OnlineSeen } from './OnlineLayer.ts'

/** The map on the net, for as long as it is on and this map is on the screen. */
export const Online = ({ online, told }: { online: OnlineOnMap; told(seen: OnlineSeen): void }) => {
  const map = useMap()
  useEffect(() => {
    const layer = new OnlineLayer(online, told).addTo(map)
    return () => {
      layer.remove()
    }
  }, [map, online, told])
  return null
}
