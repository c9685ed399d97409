import { ageAsSaid } from '../domain/place/ageAsSaid.ts'
import { distanceAsSaid } from '../domain/place/distanceAsSaid.ts'
import type { PlaceMissing } from '../domain/place/fix.ts'
import type { PlaceRemark } from '../domain/place/judgePlace.ts'
import { numberWords } from './locale.ts'
import { m } from './words/messages.js'

export const distanceWords = (metres: number): string => {
  const { value, unit } = distanceAsSaid(metres)
  return `${numberWords(value)} ${unit}`
}

/** "cách đây 12 giây". */
export const ageWords = (seconds: number): string => {
  const { value, unit } = ageAsSaid(seconds)
  const count = numberWords(value)
  if (unit === 'seconds') return m.place_age_seconds({ count })
  return unit === 'minutes' ? m.place_age_minutes({ count }) : m.place_age_hours({ count })
}

export const missingPlaceWords: { [W in PlaceMissing]: () => string } = {
  'no-fix': m.place_no_fix,
  denied: m.place_denied,
  unavailable: m.place_unavailable,
}

export const placeRemarkWords = (remark: PlaceRemark): string => {
  if (remark.code === 'not-sharp')
    return m.place_not_sharp({ accuracy: distanceWords(remark.accuracy), wanted: distanceWords(remark.wanted) })
  const distance = distanceWords(remark.distance)
  return remark.code === 'far'
    ? m.place_far({ distance, allowed: distanceWords(remark.allowed) })
    : m.place_far_from_village({ distance })
}
