import { distanceWords, missingPlaceWords } from '../../../language/placeWords.ts'
import { m } from '../../../language/words/messages.js'
import type { HereFollowed } from '../../device/useHereFollowed.ts'

/** What is known of one's own place, in words: an eye sees the dot, an ear hears this. */
export const HereSaid = ({ here }: Pick<HereFollowed, 'here'>) => (
  <p className="map-here" role="status">
    {here.at === 'seeking' && m.map_here_seeking()}
    {here.at === 'found' && m.map_here_found({ accuracy: distanceWords(here.fix.accuracy) })}
    {here.at === 'missing' && missingPlaceWords[here.why]()}
  </p>
)
