import type { Location } from '../../../domain/place/location.ts'
import { distanceWords, missingPlaceWords } from '../../../language/placeWords.ts'
import { m } from '../../../language/words/messages.js'

/** Five decimals are a metre; with points, as maps read them. */
export const placeSaid = (location: Location | undefined): string => {
  if (location === undefined) return m.print_place_none()
  if ('missing' in location) return missingPlaceWords[location.missing]()
  const { lat, lon, accuracy } = location
  return m.print_place_at({
    lat: lat.toFixed(5),
    lon: lon.toFixed(5),
    accuracy: accuracy === null ? '?' : distanceWords(accuracy),
  })
}
