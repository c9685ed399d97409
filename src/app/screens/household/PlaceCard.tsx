import { Link } from 'wouter'
import type { Household } from '../../../domain/household/household.ts'
import { pointOf } from '../../../domain/place/distance.ts'
import { distanceWords, missingPlaceWords } from '../../../language/placeWords.ts'
import { m } from '../../../language/words/messages.js'

/** How one comes to the house: whether it has a place, and the way in, in words. */
export const PlaceCard = ({ household: { id, fields } }: { household: Household }) => {
  const placed = pointOf(fields.location) !== null
  return (
    <section className="card stack tight" aria-labelledby="place">
      <h2 id="place">{m.place_of_house()}</h2>
      <p className="soft">{placeWords(fields.location)}</p>
      {fields.wayIn && (
        <p>
          <strong>{m.household_way()}:</strong> {fields.wayIn}
        </p>
      )}
      {placed && (
        <Link className="button" href={`/map?household=${id}`}>
          {m.household_on_map()}
        </Link>
      )}
      {!(placed && fields.wayIn) && (
        <Link className="button" href={`/households/${id}/amend`}>
          {placed ? m.place_add_way() : m.place_add()}
        </Link>
      )}
    </section>
  )
}

const placeWords = (location: Household['fields']['location']): string => {
  if (location === undefined || location === null) return m.place_not_asked()
  if ('missing' in location) return missingPlaceWords[location.missing]()
  return location.accuracy === null ? m.place_known() : m.place_found({ accuracy: distanceWords(location.accuracy) })
}
