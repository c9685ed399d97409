import { type RefObject, useCallback, useEffect, useState } from 'react'
import type { Fix } from '../../../domain/place/fix.ts'
import { type HereFollowed, useHereFollowed } from '../../device/useHereFollowed.ts'
import type { MapHandle } from '../../map/view/VillageMap.tsx'

/** Near enough to see the next houses. */
const followZoom = 15

export type Following = HereFollowed & {
  fix: Fix | null
  /** `away`: followed, but the map was moved elsewhere. */
  at: 'off' | 'seeking' | 'centred' | 'away'
  /** The button of one's own place: begins, comes back, or stops. */
  find(): void
  /** Begins to follow, and leaves the map where it is. */
  measure(): void
  /** A finger or a key moved the map. */
  moved(): void
}

/** One's own place on the map: once it is found the map goes along, until somebody moves it. */
export const useFollowing = (map: RefObject<MapHandle | null>, walked: (fix: Fix) => void): Following => {
  const followed = useHereFollowed()
  const { here, following, follow } = followed
  const [centred, setCentred] = useState(true)
  const fix = here.at === 'found' ? here.fix : null
  useEffect(() => {
    if (fix !== null) walked(fix)
  }, [fix, walked])
  useEffect(() => {
    if (fix !== null && centred) map.current?.show(fix, followZoom)
  }, [fix, centred, map])
  const find = useCallback(() => {
    if (following && !centred) return setCentred(true)
    setCentred(true)
    follow(!following)
  }, [following, centred, follow])
  const moved = useCallback(() => setCentred(false), [])
  const measure = useCallback(() => {
    setCentred(false)
    follow(true)
  }, [follow])
  const at = !following ? 'off' : fix === null ? 'seeking' : centred ? 'centred' : 'away'
  return { ...followed, fix, at, find, measure, moved }
}
