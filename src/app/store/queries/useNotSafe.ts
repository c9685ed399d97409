import { useLiveStore } from './StoreContext.tsx'
import { useOwnPhotos } from './usePhotoRows.ts'

/** How many entries and photos of this phone have no receipt yet, or were kept aside: the badge on *Gửi* [L5]. */
export const useNotSafe = (): number => {
  const { own } = useLiveStore()
  const photos = useOwnPhotos()
  return own.filter(({ state }) => state !== 'handed-in').length + photos.filter(({ state }) => state !== 'safe').length
}
