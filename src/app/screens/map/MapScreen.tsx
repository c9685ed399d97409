import { useCallback, useRef, useState } from 'react'
import { isInside } from '../../../domain/map/bounds.ts'
import { everything, type MapFilter } from '../../../domain/map/mapFilter.ts'
import { packsForView } from '../../../domain/map/packsForView.ts'
import type { Fix } from '../../../domain/place/fix.ts'
import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'
import { useOnlineOnMap } from '../../map/view/useOnlineOnMap.ts'
import { usePacksOnMap } from '../../map/view/usePacksOnMap.ts'
import { type MapHandle, type MapView, VillageMap } from '../../map/view/VillageMap.tsx'
import { useHousehold } from '../../store/queries/useHousehold.ts'
import { useMapRows } from '../../store/queries/useMapRows.ts'
import { useMine } from '../../store/queries/useMine.ts'
import { useWay } from '../../store/queries/useWay.ts'
import { CardPanel } from './CardPanel.tsx'
import { CentrePin } from './CentrePin.tsx'
import { chosenPin } from './chosenPin.ts'
import { HereSaid } from './HereSaid.tsx'
import { keepMapView } from './keptMapView.ts'
import { ListPanel } from './ListPanel.tsx'
import { MapFrame } from './MapFrame.tsx'
import { MapHead } from './MapHead.tsx'
import { MapTools } from './MapTools.tsx'
import { NoPacks } from './NoPacks.tsx'
import { OnlineSwitch } from './OnlineSwitch.tsx'
import { useFollowing } from './useFollowing.ts'
import { useSheet } from './useSheet.ts'
import { useStart } from './useStart.ts'
import { useSteadyPoint } from './useSteadyPoint.ts'
import { WaySwitch } from './WaySwitch.tsx'
import './map-screen.css'

/** So far one walks before the list is put into another order, in metres. */
const steadyMetres = 10
/** At this zoom a pin can be laid on a house. */
const pinZoom = 17
const none: readonly never[] = []

/** The village map: houses as far as they are built, what lies around them, and oneself; without any signal. */
export default function MapScreen() {
  const map = useRef<MapHandle>(null)
  const [filter, setFilter] = useState<MapFilter>(everything)
  const [view, setView] = useState<MapView | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const [stand, setStand] = useState<Fix | null>(null)
  const packs = usePacksOnMap()
  const online = useOnlineOnMap()
  const mine = useMine()
  const rows = useMapRows(filter, mine.ids)
  const all = useMapRows(everything, mine.ids)
  const way = useWay()
  const me = useFollowing(map, way.walked)
  const sheet = useSheet(all, map, me.moved)
  const { row, placing } = sheet
  const here = me.fix ?? stand
  const page = useHousehold(row?.id ?? '')
  const start = useStart(row?.point ?? null, all, packs)
  const steady = useSteadyPoint(me.fix, steadyMetres)
  const inSight = packs === null || view === null ? none : packsForView(packs, view.bounds)
  const sure = start?.sure === true
  const looked = useCallback(
    (now: MapView) => {
      setView(now)
      if (sure) keepMapView(now)
    },
    [sure],
  )
  const stood = useCallback((fix: Fix | null) => {
    setStand(fix)
    if (fix !== null) map.current?.show(fix, pinZoom)
  }, [])
  const layPin = () => {
    const begin = row?.point ?? me.fix ?? view?.middle
    if (begin !== undefined) map.current?.show(begin, pinZoom)
  }
  return (
    <main className="map-screen" id="content">
      <MapHead rows={rows} filter={filter} change={setFilter} />
      <div className="map-area">
        {start !== null && (
          <VillageMap
            key={`${start.zoom} ${start.middle.lat} ${start.middle.lon}`}
            ref={map}
            label={m.map_label()}
            packs={packs ?? none}
            online={online.layer}
            rows={rows}
            chosen={placing === 'pin' ? null : chosenPin(row, page)}
            here={here === null ? null : { ...here, heading: me.heading }}
            way={way.steps ?? none}
            start={start}
            heard={sheet.heard}
            looked={looked}
            moved={me.moved}
            failed={setFailed}
            onlineTold={online.told}
          />
        )}
        {placing === 'pin' && <CentrePin />}
        <MapFrame view={view} maps={online.layer === null ? inSight : [...inSight, online.layer]} />
        <MapTools zoom={(step) => map.current?.zoom(step)} here={me.at} find={me.find} />
        <HereSaid here={me.here} />
      </div>
      {row === undefined ? (
        <ListPanel
          rows={rows}
          sheet={sheet}
          from={steady ?? view?.middle ?? null}
          by={steady === null ? 'middle' : 'me'}
        >
          {failed !== null && <Notice tone="amber">{m.map_pack_failed({ title: failed })}</Notice>}
          {packs?.length === 0 && <NoPacks />}
          <OnlineSwitch online={online} />
          <WaySwitch way={way} fix={me.fix} follow={() => !me.following && me.find()} />
        </ListPanel>
      ) : (
        <CardPanel
          row={row}
          page={page}
          sheet={sheet}
          from={steady}
          measure={me.measure}
          view={view}
          onMap={
            (online.layer !== null && online.seen === 'came') ||
            (view !== null && inSight.some(({ bounds }) => isInside(bounds, view.middle)))
          }
          layPin={layPin}
          pan={(east, south) => map.current?.pan(east, south)}
          stood={stood}
        />
      )}
    </main>
  )
}
