import { scaleBar } from '../../../domain/map/scaleBar.ts'
import { distanceWords } from '../../../language/placeWords.ts'
import { m } from '../../../language/words/messages.js'
import type { MapView } from '../../map/view/VillageMap.tsx'

/** So long at most, in px. */
const longestScale = 90
/** A short name stands on the map itself; a long one opens by a tap. */
const shortName = 48

/** `maps`: all that are drawn. */
type Props = { view: MapView | null; maps: readonly { attribution: string }[] }

/** What a map must say of itself: where north is, how long a step is, whose work it is. */
export const MapFrame = ({ view, maps }: Props) => (
  <>
    <div className="map-north" role="img" aria-label={m.map_north()}>
      <svg width="16" height="20" viewBox="0 0 16 20" aria-hidden="true">
        <path d="M8 1 2.5 18 8 14.5 13.5 18Z" fill="currentColor" />
      </svg>
      <span aria-hidden="true">{m.map_north_letter()}</span>
    </div>
    <div className="map-foot">
      {view !== null && <Scale view={view} />}
      <Sources maps={maps} />
    </div>
  </>
)

const Scale = ({ view: { middle, zoom } }: { view: MapView }) => {
  const { metres, px } = scaleBar(zoom, middle.lat, longestScale)
  const distance = distanceWords(metres)
  return (
    <div className="map-scale" role="img" aria-label={m.map_scale({ distance })}>
      <span aria-hidden="true">{distance}</span>
      <span className="bar-of-scale" aria-hidden="true" style={{ width: px }} />
    </div>
  )
}

/** Plain text, never HTML: it was written elsewhere. */
const Sources = ({ maps }: Pick<Props, 'maps'>) => {
  const said = [...new Set(maps.flatMap(({ attribution }) => attribution || []))].join(' · ')
  if (said === '') return null
  if (said.length <= shortName) return <p className="map-sources">{said}</p>
  return (
    <details className="map-sources">
      <summary>{m.map_attribution()}</summary>
      <p>{said}</p>
    </details>
  )
}
